service 'app' do
  action :nothing
end
file '/srv/a' do
  notifies :restart, service: 'app'
  notifies :restart, { service: ['app'] }, :immediately
end
