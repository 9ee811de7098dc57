log Chef::Platform.windows?.to_s rescue nil
log Chef::Platform.find_provider('ubuntu', '22', :package).to_s
log Chef::Platform::PriorityMap rescue nil
log Chef::Config.file_cache_path
log Chef::Config[:node_name]
log Chef::Config.fetch(:x, 5).to_s
log Chef::Config.key?(:x).to_s
log Chef::Config.configuration.to_s
log Chef::Config.platform_specific_path('/x')
log Chef::Config.from_file('/x').to_s
log Chef::Config.merge!('a' => 1).to_s
log Chef::FileCache.load('x', false)
