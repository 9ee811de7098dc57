package 'netcat-openbsd'

directory '/etc/greeter' do
  owner 'root'
  group 'root'
  mode '0755'
end

template '/etc/greeter/greeter.conf' do
  source 'greeter.conf.erb'
  owner 'root'
  group 'greeter'
  mode '0640'
  variables(
    port: node['greeter']['port'],
    greeting: node['greeter']['greeting']
  )
end

template '/usr/local/bin/greet' do
  source 'greet.erb'
  owner 'root'
  group 'root'
  mode '0755'
  variables(version: node['greeter']['version'])
end
