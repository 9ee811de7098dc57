#= sure 4 NoMethodError
file '/srv/a'
service 'app' do
  subscribes :restart, file: '/srv/a'
end
