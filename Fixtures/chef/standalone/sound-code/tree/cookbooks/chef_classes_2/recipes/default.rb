log Chef::FileCache.has_key?('x').to_s
log Chef::FileCache.list.to_s
log Chef::Search::Query.new.search(:node, '*:*').to_s
log Chef::Environment.load('x').to_s
log Chef::Role.load('x').to_s
log Chef::Node.load('x').to_s
log Chef::Node.list.to_s
log Chef::Node.new.to_s
log Chef::Node.find_or_create('x').to_s
log Chef::Node.build('x').to_s
log Chef::ApiClient.list.to_s
log Chef::ServerAPI.new('x').get('/x').to_s
