nginx_site 'x' do
  foo 'bar'
  notifies :restart, 'service[nginx]'
end
x = node['nginx']['y']['z']
template '/etc/x' do
  source 'nothing.erb'
  variables port: x
end
file '/x' do
  action :explode
end
