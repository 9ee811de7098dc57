template '/parsed' do
  source 'config.erb'
  variables(JSON.parse(::File.read('/etc/x.json')))
end
template '/lazy' do
  source 'config.erb'
  variables(lazy { JSON.parse(::File.read('/etc/x.json')) })
end
template '/merged' do
  source 'config.erb'
  variables({ x: 1 }.merge(JSON.parse(::File.read('/x'))))
end
given = { 'x' => 1 }
given['config'] = { 'a' => 1 } if ::File.exist?('/x')
template '/conditional' do
  source 'config.erb'
  variables given
end
template '/partial' do
  source 'outer.erb'
end
template '/merged-by-chef' do
  source 'config.erb'
  variables Chef::Mixin::DeepMerge.deep_merge({ config: { 'a' => 1 } }, { 'x' => 1 })
end
app_thing 'x' do
  settings(JSON.parse(::File.read('/x')))
end
app_file 'x' do
  settings(JSON.parse(::File.read('/x')))
end
