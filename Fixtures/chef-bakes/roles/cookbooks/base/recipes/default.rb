file '/etc/greeting' do
  content "#{node['base']['greeting']}\n"
  mode '0644'
end
