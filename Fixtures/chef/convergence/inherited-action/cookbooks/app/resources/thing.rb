Base = ::Chef::ResourceResolver.resolve(:app_base)
action :create do
  app_base 'y'
end
