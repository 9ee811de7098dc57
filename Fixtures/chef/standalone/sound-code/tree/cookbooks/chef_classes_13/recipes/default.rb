log run_context.events.to_s
log run_context.resource_collection.map(&:name).to_s
log run_context.resource_collection.find('log[x]').to_s rescue nil
log run_context.resource_collection.lookup('log[x]').to_s rescue nil
log run_context.resource_collection.all_resources.to_s
log run_context.resource_collection.insert(nil).to_s
log run_context.resource_collection.iterator.to_s
log run_context.has_template_in_cookbook?('chef_classes_13', 'x').to_s
log run_context.has_cookbook_file_in_cookbook?('chef_classes_13', 'x').to_s
log run_context.immediate_notifications('x').to_s
log run_context.delayed_notification_collection.to_s
log run_context.reboot_info.to_s
