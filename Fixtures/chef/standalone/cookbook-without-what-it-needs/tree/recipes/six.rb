include_recipe 'nginx::source'
log node.run_state['nginx']['port'].to_s
find_resource!(:service, 'nginx').action(:start)
file '/etc/app' do
  content Nginx::Paths.join('a')
  mode '0999'
end
