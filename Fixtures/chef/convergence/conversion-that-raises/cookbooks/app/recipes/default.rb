app_thing 'x' do
  size 'z'
end
