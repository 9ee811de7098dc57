log powershell_version.to_s
log target_mode?.to_s
log command_exists rescue nil
log chef_vault_item('a', 'b').to_s
log is_vault?('x').to_s rescue nil
log include_any?([1]) rescue nil
log shell_out('x').stdout
log shell_out!('x').stdout.strip
log powershell_out('x').stdout
log powershell_exec('x').result.to_s
log render_json({}).to_s
log secret(name: 'x').to_s
