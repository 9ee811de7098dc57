default['app']['s'] = 'a'
default['app']['list'] = %w(a)
