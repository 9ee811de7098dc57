file '/etc/web.conf' do
  mode 755
end

execute 'reload' do
  not_if node['platform'] == 'debian'
end
