action :create do
  raise 'not here' unless node['app']
end
