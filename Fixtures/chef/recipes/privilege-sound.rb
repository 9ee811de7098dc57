windows_user_privilege 'app' do
  privilege 'SeBackupPrivilege'
  action :nothing
end
