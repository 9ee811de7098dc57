link '/etc/app' do
  to '../opt/app'
end
file '/etc/app/x' do
  mode '0640'
end
file '/opt/app/x' do
  mode '0600'
end
file '/opt/app/y' do
  mode '0600'
end
