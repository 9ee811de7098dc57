log has_systemd_service_unit?('x').to_s
log effortless?.to_s
log selinux_enabled? rescue nil
log default_paths.to_s rescue nil
