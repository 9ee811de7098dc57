file '/etc/app.conf' do
  mode '0640'
end
file '/etc/other.conf' do
  mode '0640'
  notifies :delete, 'file[/etc/app.conf]', :immediately
end
