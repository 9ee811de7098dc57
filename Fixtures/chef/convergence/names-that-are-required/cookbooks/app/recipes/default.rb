app_site 'example.org'
app_site 'dropped' do
  action :drop
end
app_site 'localhost'
