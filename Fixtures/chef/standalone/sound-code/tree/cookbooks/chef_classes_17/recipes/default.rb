log cloud?.to_s
log sanitized_path.to_s
log path_sanity.to_s rescue nil
log chef_version.to_s rescue nil
log include_profile?.to_s rescue nil
log include_input('x' => 1).to_s
log include_profile('x').to_s
log include_waiver({}).to_s
log reboot_pending?.to_s
log registry_key_exists?('x').to_s
log search(:node, 'x').to_s
log data_bag('x').to_s rescue nil
