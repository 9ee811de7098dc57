old_style_thing 'x'
pair 'both' do
  first 'a'
end
