app_thing 'a'
app_thing 'b' do
  action :reset
end
