directory '/srv/app/etc' do
  recursive true
  mode '0750'
end

template '/srv/app/etc/app.conf' do
  source 'app.conf.erb'
  mode '0640'
  variables(port: node['app']['port'])
end

cookbook_file '/srv/app/start' do
  source 'start'
  mode '0755'
end

remote_directory '/srv/app/bin' do
  source 'bin'
  files_mode '0755'
  mode '0755'
end

link '/srv/app/run' do
  to '/srv/app/start'
end

file '/srv/app/changed' do
  content "changed\n"
  action :nothing
  subscribes :create, 'template[/srv/app/etc/app.conf]', :immediately
end

execute 'count the files' do
  command 'ls /srv/app | wc -l > /srv/app/etc/count'
  creates '/srv/app/etc/count'
end
