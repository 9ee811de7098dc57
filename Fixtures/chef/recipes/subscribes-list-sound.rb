file '/srv/a'
service 'app' do
  action :nothing
  subscribes 'restart', ['file[/srv/a]', 'file[/srv/b]'], :immediately
end
