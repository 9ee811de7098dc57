package 'curl' do
  notifies :restart, 'service[nope]'
end
