name 'web'
run_list 'recipe[apps::web]'
