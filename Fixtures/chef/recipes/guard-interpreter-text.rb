#= sure 3 refused guard_interpreter
execute 'true' do
  guard_interpreter 'bash'
  not_if 'test -f /x'
end
