name 'recipes_by_hand'
version '1.0.0'
chef_version '>= 16'
