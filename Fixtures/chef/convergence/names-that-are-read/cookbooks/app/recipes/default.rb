app_site 'example.org'
app_site 'never-read' do
  action :drop
end
app_site 'localhost'
