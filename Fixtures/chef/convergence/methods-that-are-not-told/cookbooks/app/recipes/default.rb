merged = Chef::Mixin::DeepMerge.merge({ 'a' => 1 }, 'b' => 2)
found = run_context.resource_collection.all_resources.size
known = run_context.has_template_in_cookbook?('app', 'a.erb')
listed = node.run_list?('recipe[app]') || node.run_list.recipes.include?('app')
run_context.resource_collection.insert(Chef::Resource::Log.new('x', run_context))
log "#{merged} #{found} #{known} #{listed}"
