#= sure 2 NoMethodError
Chef::Log.wran('x')
