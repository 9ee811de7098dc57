#= sure 3 refused privilege
windows_user_privilege 'app' do
  privilege %w(SeBackupPrivilege SeBackupPriviledge)
  action :nothing
end
