template '/tmp/a' do |t|
  source t.name.split('/').last + '.erb'
end
app_thing 'x'
