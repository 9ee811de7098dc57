action :create do
  file '/tmp/a' do
    notifies :write, 'log[outer]'
    notifies :write, 'log[inner]'
  end
  log 'inner'
  file '/tmp/b' do
    notifies :restart, 'service[nosuch]'
  end
end
