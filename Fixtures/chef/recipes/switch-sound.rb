selinux_boolean 'ssh_keysign' do
  value true
end
selinux_boolean 'httpd_enable_homedirs' do
  value '0'
end
