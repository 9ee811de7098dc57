include_recipe 'twins::app'
