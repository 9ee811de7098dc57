#= sure 2 nil node['users']
log node['users']['ann'].to_s
