include_recipe 'apt'
apt_thing 'x' do
  anything node['apt']['compile_time_update']['x']
end
package 'nginx' if apt_says_so?
users = data_bag('users')
users.each { |name| user name }
template '/etc/web.conf' do
  source 'web.conf.erb'
end
