extend Nginx::Helper
file '/x' do
  content helper_of_nginx('a')
  notifies :restart, 'service[nope]'
end
