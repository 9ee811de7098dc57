include_recipe 'theirs::absent'
