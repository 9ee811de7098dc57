action :create do
  app_thing "#{new_resource.name}-inner"
end
