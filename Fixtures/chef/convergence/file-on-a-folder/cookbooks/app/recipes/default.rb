file '/tmp' do
  content 'a'
end
template '/etc' do
  source 'a.erb'
end
file '/var/log' do
  force_unlink true
end
file '/var/tmp' do
  action :delete
end
file '/tmp/a'
