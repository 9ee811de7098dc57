#= sure 3 ArgumentError
file '/etc/app' do
  content lazy(node['fqdn'])
end
