#= sure 6 NoMethodError
service 'app' do
  action :nothing
end
file '/srv/a' do
  notifies [:stop, :start], 'service[app]'
end
