#= sure 3 refused helper
template '/etc/app' do
  helper(:port)
  action :nothing
end
