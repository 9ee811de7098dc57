#= sure 3 Chef::Exceptions::NoSuchAttribute
node.default['app']['port'] = 80
node.unlink!(:default, 'app', 'prot')
