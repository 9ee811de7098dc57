app_thing 'x' do
  only_if { ::File.exist?('/etc/x') }
end
app_thing 'y' do
  not_if 'test -e /etc/y'
  action :drop
end
