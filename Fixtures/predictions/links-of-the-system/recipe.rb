file '/usr/bin/tool' do
  mode '0755'
end
file '/run/state' do
  mode '0644'
end
file '/usr/bin/other' do
  mode '0755'
end
