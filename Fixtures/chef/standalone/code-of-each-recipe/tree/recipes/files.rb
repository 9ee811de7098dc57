file '/etc/web.conf' do
  mode 644
  notifies :restart, 'service[web]', :soon
end
