name 'web'
description 'Everything that serves pages'
run_list(
  'role[base]',
  'recipe[nginx]',
  'recipe[app::deploy@1.2.0]'
)
env_run_lists 'production' => ['recipe[app]'], '_default' => []
default_attributes(
  'nginx' => { 'worker_processes' => 4, 'gzip' => 'on' },
  'app' => { port: 3000, 'hosts' => %w(a.example.org b.example.org) }
)
override_attributes({ 'ntp' => { 'servers' => ['0.pool.example.org', '1.pool.example.org'] } })
