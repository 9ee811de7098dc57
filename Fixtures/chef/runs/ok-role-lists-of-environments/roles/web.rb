name 'web'
env_run_lists '_default' => ['role[base]'], 'prod' => ['recipe[app]']
