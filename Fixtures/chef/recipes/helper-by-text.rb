#= sure 3 refused helper
template '/etc/app' do
  helper('port') { 80 }
  action :nothing
end
