#= sure 8 Chef::Exceptions::InvalidResourceReference
service 'app' do
  action :nothing
end
service 'web' do
  action :nothing
end
file '/srv/a' do notifies :restart, service: %w(app web) end
