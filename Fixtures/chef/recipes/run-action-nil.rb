#= sure 5 ArgumentError
file '/srv/a' do
  action :nothing
end
resources('file[/srv/a]').run_action(nil)
