execute 'true' do
  guard_interpreter :bash
  not_if 'test -f /x'
end
execute 'echo' do
  guard_interpreter :execute
  only_if { true }
end
execute 'other' do
  guard_interpreter :zsh
end
