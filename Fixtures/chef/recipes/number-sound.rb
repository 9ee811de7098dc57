chef_sleep 'wait' do
  seconds 1.5
end
chef_client_cron 'client' do
  splay '300'
  nice 5.0
end
alternatives 'python' do
  link '/usr/bin/python'
  path '/usr/bin/python3'
  priority 10.0
end
