#= sure 4 refused options
mount '/srv/x' do
  device '/dev/x'
  options ['ro', 1]
end
