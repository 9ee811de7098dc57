template '/etc/sound' do
  source 'a.erb'
  variables(:port => 1, 'host_2' => 'a', '_größe' => 2)
end
template '/etc/a' do
  variables('the-port' => 1)
end
template '/etc/b' do
  source 'b.erb'
end
