log Chef::Resource::Template.new('/x', run_context).source('x').to_s
log Chef::Resource::Template.instance_methods.to_s
log Chef::Resource::Template.ancestors.to_s
log Chef::Resource.resource_for_node(:file, node).to_s
log Chef::Resource::Service.new('x').to_s
log Chef::ResourceResolver.resolve(:file).to_s
log Chef::ProviderResolver.new(node, nil, :x).to_s
log Chef::Provider::File.new(nil, run_context).to_s
log Chef::Provider::Package::Yum.new(nil, run_context).to_s
log Chef::Provider.to_s
log Chef::Provider.node_map.to_s
log Chef::Provider::Service::Systemd.to_s
