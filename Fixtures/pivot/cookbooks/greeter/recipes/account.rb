group 'greeter' do
  system true
end

user 'greeter' do
  system true
  gid 'greeter'
  home '/nonexistent'
  manage_home false
  shell '/usr/sbin/nologin'
end
