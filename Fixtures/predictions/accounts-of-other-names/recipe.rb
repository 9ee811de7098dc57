group 'app' do
  gid 500
end
group 'again' do
  group_name 'app'
  gid 600
end
user 'worker' do
  username 'app'
  home '/srv/app'
  shell '/bin/false'
end
