execute 'a' do
  command 'true'
  environment 'PORT' => 80
end
bash 'b' do
  code 'true'
  environment 'ON' => true
end
app_thing 'c' do
  port 80
end
execute 'd' do
  command 'true'
  environment 'A' => 'b', 'C' => nil, :D => 'e'
end
execute 'e' do
  command 'true'
  environment 'PORT' => 80
  returns [0, 1]
end
execute 'f' do
  command 'true'
  environment 'PORT' => 80
  creates '/srv/f'
end
