unified_mode true
action :create do
  ruby_block 'set' do
    block { node.run_state['app'] = { 'a' => 'b' } }
  end
  log node.run_state['app']['a']
end
