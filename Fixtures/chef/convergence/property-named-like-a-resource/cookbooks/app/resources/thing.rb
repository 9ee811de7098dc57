provides :app_thing
property :user, Integer, default: 1000
property :service, String, default: 'app'
action :create do
  user('deploy') { uid new_resource.user }
  service new_resource.service do
    action :nothing
  end
  file '/etc/app' do
    content 'x'
    notifies :restart, "service[#{new_resource.service}]"
  end
end
