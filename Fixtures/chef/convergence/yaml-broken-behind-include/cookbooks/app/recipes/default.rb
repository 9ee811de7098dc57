include_recipe 'app::one'
