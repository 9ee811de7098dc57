copy = "#{node['app']['s']}"
copy << 'x'
other = node['app']['s'].dup
other << 'x'
plain = node['app'].to_h
plain['s'] << 'x'
list = node['app']['list'].to_a
list.first << 'x'
node['app']['s'].gsub!('a', 'b')
