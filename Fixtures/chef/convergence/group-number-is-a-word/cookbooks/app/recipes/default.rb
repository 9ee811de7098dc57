group 'a' do
  gid 'staff'
end
group 'b' do
  gid '1000'
end
group 'c' do
  gid 'staff'
  action :remove
end
