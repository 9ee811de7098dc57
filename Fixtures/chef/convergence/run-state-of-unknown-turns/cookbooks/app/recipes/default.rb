app_thing 'x' do
  key 'a'
end
file '/x' do
  content lazy { node.run_state['a']['b'] }
end
