default['k7']['jvm']['heap'] = '2g' if ::File.exist?('/x')
default['k7']['port'] = 80
default['solo']['x'] = 1 if ::File.exist?('/x')
