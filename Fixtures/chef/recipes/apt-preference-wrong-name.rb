#= sure 2 refused package_name
apt_preference 'my package!' do
  pin 'version 1'
  pin_priority '900'
end
