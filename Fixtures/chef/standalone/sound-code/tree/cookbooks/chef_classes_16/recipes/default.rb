log value_for_platform('default' => 1).to_s
log docker?.to_s
log ci?.to_s
log kitchen?.to_s
log vagrant?.to_s
log virtual?.to_s
log amazon_linux?.to_s
log rhel8?.to_s
log debian_platform?.to_s
log windows_server_core?.to_s
log systemd?.to_s
log which('ls').to_s
