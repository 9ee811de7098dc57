habitat_package 'core/redis' do
  channel 'unstable'
  binlink :force
end
habitat_sup 'default' do
  peer 'a.example'
  health_check_interval 30
  action %i(run stop)
end
habitat_config 'nginx.default' do
  config('worker_count' => 2)
end
