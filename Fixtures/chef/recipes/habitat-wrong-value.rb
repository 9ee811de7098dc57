#= sure 3 refused binlink
habitat_package 'core/redis' do
  binlink :always
end
