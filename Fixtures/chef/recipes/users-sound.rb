windows_share 'x' do
  path 'C:/x'
  full_users({ 'a' => 'b' })
  action :nothing
end
windows_firewall_rule 'x' do
  local_port 80.5
  remote_address :any
  action :nothing
end
