x = Chef::Resource::File.new('/tmp/x', run_context)
p = Chef::Provider::Package::Apt.new(x, run_context)
log Chef::Resource::File.allowed_actions.inspect
log Chef::Resource::Package.default_action.inspect
log Chef::Resource::Service.properties.keys.length.to_s
log Chef::Resource::Service.resource_name.to_s
log Chef::Resource::Execute.new('ls', run_context).to_s
x.content 'a'
x.run_action(:create)
log Chef::Resource.resource_classes rescue nil
p.load_current_resource
log Chef::Provider::Service.supports?(x, :start).to_s
log Chef::Resource.descendants.length.to_s
log Chef::Resource::Package.provides?(node, :package).to_s
