default['app']['list'] = %w(a b)
