include_recipe 'site'
edit_resource!(:site, 'www.example.org') { port 81 }
find_resource(:log, 'first').level(:warn)
delete_resource(:log, 'first')
run_context.resource_collection.each { |resource| resource.ignore_failure(true) if resource.is_a?(Chef::Resource::Site) } if defined?(Chef::Resource::Site)
site_folder.tap { |path| directory(path) { recursive true } }
run_context.cookbook_collection[cookbook_name].metadata.dependencies.each_key { |name| log name }
cookbook_file('/tmp/x') { source 'x'; cookbook 'wrapper' }
remote_directory('/tmp/tree') { source 'tree'; files_mode '0644'; purge true }
