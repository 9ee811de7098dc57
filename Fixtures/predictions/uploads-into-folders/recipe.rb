file '/etc/x.conf' do
  mode '0600'
end
file '/opt/x.conf' do
  mode '0600'
end
