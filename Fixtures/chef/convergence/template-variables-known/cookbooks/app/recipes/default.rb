template '/a' do
  source 'outer.erb'
  variables(JSON.parse(::File.read('/x')))
end
