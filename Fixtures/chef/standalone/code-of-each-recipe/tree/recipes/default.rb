include_recipe 'web::files'

service 'web' do
  only_if { 'test -f /etc/web.conf' }
  action :nothing
end
