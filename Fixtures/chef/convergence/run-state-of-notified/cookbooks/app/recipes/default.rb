ruby_block 'set' do
  block do
    node.run_state['app'] = { 'a' => 'b' }
  end
  action :nothing
end
log 'go' do
  notifies :run, 'ruby_block[set]', :immediately
end
file '/tmp/a' do
  content lazy { node.run_state['app']['a'] }
end
