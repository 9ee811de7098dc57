app_thing 'x'
template '/tmp/a' do
  source 'a.erb'
end
