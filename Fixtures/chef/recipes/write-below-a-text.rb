#= sure 3 Chef::Exceptions::AttributeTypeMismatch
node.default['app'] = 'none'
node.write!(:default, 'app', 'port', 80)
