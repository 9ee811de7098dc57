name 'web'
run_list 'recipe[app]'
env_run_lists 'prod' => ['recipe[app]']
