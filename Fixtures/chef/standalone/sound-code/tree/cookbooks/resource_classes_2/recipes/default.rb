log Chef::Resource::Package.action_class.to_s
log Chef::Recipe.instance_methods.include?(:package).to_s
