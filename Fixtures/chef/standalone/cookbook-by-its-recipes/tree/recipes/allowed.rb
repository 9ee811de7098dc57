include_recipe 'web::nowhere' # ovenproof: allow chef/unknown-recipe -- made later
