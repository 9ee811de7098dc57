#= sure 3 ArgumentError
execute 'true' do
  guard_interpreter :bash
  only_if { node['fqdn'] == 'a' }
end
