log node.combined_override('a', 'b').inspect
log node.combined_default('a').inspect
log node.role_default.inspect
log node.env_override.inspect
log node.default_attrs.inspect
log node.deep_merge!({}) rescue nil
log node.primary_runlist.to_s
log node.run_list.include?('recipe[x]').to_s
log node.run_list.expand('_default').recipes.inspect
log node.run_list.run_list_items.inspect
log node.expand!('disk').recipes.to_s
log node.chef_environment
