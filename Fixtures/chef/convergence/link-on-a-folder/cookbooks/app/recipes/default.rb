link '/etc' do
  to '/srv'
end
link '/srv' do
  to '/etc'
end
link '/bin' do
  to 'usr/bin'
end
file '/var/log' do
  action :delete
end
