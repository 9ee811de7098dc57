log 'a' do
  action :nothing
  subscribes :write, ['file[/srv/a]', ['file[/srv/b]']]
end
file '/srv/a'
file '/srv/b'
file '/srv/c' do
  notifies :write, 'log[a]'
  notifies :write, resources('log[a]')
  notifies :write, ['log[a]', 'log[a]']
end
