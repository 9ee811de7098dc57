name 'base'
run_list 'recipe[app]'
env_run_lists_add 'prod' => []
