file '/srv/a' do
  action :nothing
end.run_action(:create)
file '/srv/b' do
  action :nothing
  only_if { ::File.exist?('/srv/c') }
end.run_action(:mkae)
file '/srv/d' do
  action :nothing
  ignore_failure true
end.run_action(:mkae)
