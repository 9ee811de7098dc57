#= sure 3 refused value
selinux_boolean 'ssh_keysign' do
  value 'yes'
end
