file '/etc/app.conf' do
  mode '0640'
end
file '/etc/kept.conf' do
  mode '0640'
end
