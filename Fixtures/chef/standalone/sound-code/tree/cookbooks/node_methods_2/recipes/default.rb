log node.policy_name.to_s
log node.read('a', 'b').to_s
log node.name
log node.attribute?('x').to_s
log node.recipe?('a04').to_s
log node.role?('web').to_s
log node.to_hash.keys.length.to_s
log node.attributes.to_s
log node.tags.to_s
log node.debug_value('a', 'b').to_s
log node.read!('platform')
log node.exist?('a', 'b').to_s
