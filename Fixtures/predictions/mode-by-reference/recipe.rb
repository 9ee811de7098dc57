file '/etc/app.conf' do
  mode '0640'
end
