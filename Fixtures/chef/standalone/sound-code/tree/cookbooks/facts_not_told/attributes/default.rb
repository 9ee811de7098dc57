default['k7']['jvm']['heap'] = '2g' if node['memory']['total'].to_i > 4_000_000
default['k7']['port'] = 80
