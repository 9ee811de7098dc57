service 'x' do
  options nil
  start_command nil
  timeout nil
end
file '/srv/x' do
  checksum nil
  content nil
  backup nil
end
mount '/srv/x' do
  device '/dev/x'
  options nil
end
subversion '/srv/y' do
  repository 'x'
  svn_arguments false
end
