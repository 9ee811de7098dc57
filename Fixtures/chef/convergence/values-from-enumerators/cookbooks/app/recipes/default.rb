app_thing 'x' do
  port 80
  level 3
  word 'a'
end
app_thing 'y' do
  port 0
end
