log run_context.request_reboot({}).to_s
log run_context.reboot_requested?.to_s
log run_context.create_child.to_s
log run_context.root_run_context.to_s
log run_context.rest.to_s
log run_context.unreachable_cookbook?('x').to_s
log run_context.logger.to_s
log run_context.input_collection.to_s
log run_context.waiver_collection.to_s
log recipe_name.to_s
log cookbook_name.to_s
log cookbook_version.to_s rescue nil
