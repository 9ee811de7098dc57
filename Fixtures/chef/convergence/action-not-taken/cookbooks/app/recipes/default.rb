app_thing 'x' do
  action :nothing
end
app_thing 'y' do
  action :drop
end
