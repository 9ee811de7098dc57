log Chef::Resource::ActionClass.to_s
log Chef::Resource.new('x', run_context).to_s
log Chef::Resource.action_class.to_s
log Chef::Resource.sorted_descendants.to_s
log run_context.cookbook_collection['chef_classes_12'].metadata.version
log run_context.cookbook_collection['chef_classes_12'].version
log run_context.cookbook_collection.keys.to_s
log run_context.cookbook_collection['chef_classes_12'].attribute_filenames.to_s
log run_context.cookbook_collection['chef_classes_12'].preferred_filename_on_disk_location(node, :files, 'x').to_s
log run_context.loaded_recipes.to_s
log run_context.loaded_recipe?('x').to_s
log run_context.definitions.to_s
