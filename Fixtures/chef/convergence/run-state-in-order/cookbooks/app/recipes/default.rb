ruby_block 'set' do
  block do
    node.run_state['app'] = { 'a' => 'b' }
  end
end
file '/tmp/a' do
  content lazy { node.run_state['app']['a'] }
end
