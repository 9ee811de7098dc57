log 'a' do
  subscribes :explode, 'file[/srv/a]'
end
log 'b' do
  subscribes :write, 'file[/srv/a]'
  subscribes :explode, 'file[/srv/b]'
  subscribes :explode, 'file[/srv/c]'
  subscribes :explode, 'log[a]'
end
log 'c' do
  subscribes :explode, 'file[/srv/a]'
  only_if 'test -e /srv'
end
file '/srv/a'
file '/srv/b' do
  only_if 'test -e /srv'
end
