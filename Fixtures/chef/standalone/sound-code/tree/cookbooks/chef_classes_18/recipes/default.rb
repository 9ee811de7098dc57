log sensitive rescue nil
log with_run_context(:root) { 5 }.to_s
log edit_resource(:log, 'x').to_s
log edit_resource!(:log, 'x').to_s rescue nil
log find_resource(:log, 'x') { }.to_s
log delete_resource(:log, 'x').to_s
log declare_resource(:log, 'x').to_s
log build_resource(:log, 'x').to_s
log resource_class_for(:log).to_s rescue nil
log have_resource_class_for?(:log).to_s rescue nil
log exec('x') rescue nil
log windows_nt_version.to_s
