action :create do
  include_recipe 'app::nope'
end
