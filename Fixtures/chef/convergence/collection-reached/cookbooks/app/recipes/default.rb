service 'app'
s = run_context.resource_collection.find('service[app]')
s.action :nothing
r = Chef::Resource::Log.new('x', run_context)
run_context.resource_collection.insert(r)
run_context.resource_collection << r
log run_context.resource_collection.find(service: 'app').name
run_context.resource_collection.lookup('service[app]')
run_context.resource_collection.all_resources.each { |x| log x.name }
run_context.resource_collection.each { |x| log x.name }
file '/tmp/late' do
  notifies :write, 'log[x]'
end
