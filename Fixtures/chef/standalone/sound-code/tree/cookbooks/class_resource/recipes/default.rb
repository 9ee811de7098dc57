greeting 'a' do
  words 'x'
  action [:say, :stop]
end
farewell 'b'
wave 'c'
log Chef::Resource::Farewell.shout
log service('ssh').wavy
