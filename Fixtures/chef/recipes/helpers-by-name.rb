#= sure 3 refused helpers
template '/etc/app' do
  helpers 'AppHelpers'
  action :nothing
end
