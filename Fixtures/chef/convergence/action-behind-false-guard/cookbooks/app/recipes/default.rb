app_thing 'x' do
  only_if { false }
end
app_thing 'y' do
  not_if { node['platform'] == 'debian' }
end
