app_thing 'x'
file '/tmp/a' do
  notifies :write, 'log[inner]'
end
