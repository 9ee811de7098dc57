ruby_block 'names' do
  block { node.default['late']['name'] = 'web' }
  action :nothing
end.run_action(:run)
file "/srv/#{node['late']['name']}"
ohai 'reload' do
  action :nothing
end.run_action(:reload)
