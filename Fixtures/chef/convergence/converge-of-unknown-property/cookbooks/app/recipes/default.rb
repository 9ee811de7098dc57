app_thing 'a'
app_thing 'b' do
  action :name
end
app_thing 'c' do
  action :list
end
