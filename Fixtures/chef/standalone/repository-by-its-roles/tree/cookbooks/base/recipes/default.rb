include_recipe 'base::users'
