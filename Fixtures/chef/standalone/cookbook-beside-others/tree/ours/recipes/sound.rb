include_recipe 'theirs'
include_recipe 'fixture'
