include_recipe 'web::nowhere' # ovenproof: allow chef/failing-recipe -- made later
