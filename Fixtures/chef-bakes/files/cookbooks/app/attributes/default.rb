default['app']['port'] = 80
default['app']['name'] = 'app'
