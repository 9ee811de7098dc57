node['apps']['users'].each { |name| user name }
data_bag_item('keys', 'one')
data_bag_item('keys', 'two')
