#= sure 3 refused splay
chef_client_cron 'client' do
  splay 'often'
end
