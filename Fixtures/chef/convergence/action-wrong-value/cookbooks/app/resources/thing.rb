action :create do
  declare_resource(:directory, '/tmp/a') { recursive 'yes' }
end
