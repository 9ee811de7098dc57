#= sure 3 Chef::Exceptions::NoSuchAttribute
node.default['app']['port'] = 80
file node.read!('app', 'prot')
