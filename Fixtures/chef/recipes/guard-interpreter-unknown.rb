#= sure 4 Chef::Exceptions::NoSuchResourceType
execute 'true' do
  only_if 'test -f /x'
  guard_interpreter :zsh
end
