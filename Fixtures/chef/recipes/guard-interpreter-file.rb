#= sure 3 ArgumentError
execute 'true' do
  guard_interpreter :directory
  not_if 'test -f /x'
end
