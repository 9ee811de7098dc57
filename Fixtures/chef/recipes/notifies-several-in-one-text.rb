#= sure 9 Chef::Exceptions::InvalidResourceReference
service 'app' do
  action :nothing
end
service 'web' do
  action :nothing
end
file '/srv/a' do
  notifies :restart, 'service[app,web]'
end
