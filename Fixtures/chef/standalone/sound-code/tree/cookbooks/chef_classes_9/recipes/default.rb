log Chef::Application::Solo.to_s
log Chef::Shell.to_s
log Chef.node.name
log Chef.run_context.node.name
log Chef.resource_handler_map.to_s
log Chef.provider_handler_map.to_s
log Chef.log_deprecation('x').to_s
log Chef.get_provider_priority_array(:package).to_s
log Chef.set_provider_priority_array(:package, []).to_s
log Chef.cloud_config.to_s
log Chef.reset!.to_s
