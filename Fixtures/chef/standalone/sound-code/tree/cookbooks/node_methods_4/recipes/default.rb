log node.combined_override.inspect
log node.construct_attributes.to_s
log node.attributes.combined_default.to_s
log node.display_hash.to_s
log node.inspect
log node.kind_of?(Chef::Node).to_s
log node.run_context.to_s
log node.run_state.inspect
node.run_state['a'] = 5
log node.cookbook_collection.keys.to_s
log node.override_runlist.to_s
log node.systemd?.to_s
