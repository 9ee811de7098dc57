windows_defender_exclusion 'none' do
  paths false
  extensions false
  process_paths false
  action :nothing
end
windows_defender_exclusion 'some' do
  paths 'c:/app, c:/data'
  extensions nil
  process_paths %w(a b)
  action :nothing
end
