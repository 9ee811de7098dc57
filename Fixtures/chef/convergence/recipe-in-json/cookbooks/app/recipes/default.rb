include_recipe 'app::up'
