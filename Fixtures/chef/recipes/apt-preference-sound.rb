apt_preference 'my package!' do
  package_name 'pkg'
  pin 'version 1'
  pin_priority '900'
end
apt_repository 'a/b' do
  uri 'https://example.org'
  action :nothing
end
