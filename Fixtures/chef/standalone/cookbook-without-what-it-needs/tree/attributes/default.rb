default['app']['port'] = 80
default['nginx']['x'] = 1
