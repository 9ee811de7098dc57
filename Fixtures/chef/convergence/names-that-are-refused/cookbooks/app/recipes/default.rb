app_thing 'good'
app_site 'example.org'
app_site 'never-read' do
  action :drop
end
app_site 'given' do
  host 'www.example.org'
end
app_site 'localhost'
app_thing 'Bad name'
