provides :app_thing
property :port, Integer, default: 80
property :path, String
action :create do
  log new_resource.to_hash[:port].to_s
  log new_resource.to_hash[:port].abs.to_s
  log new_resource.to_hash.fetch(:port).to_s
  new_resource.class.state_properties.each { |pr| log pr.name.to_s }
  new_resource.class.properties.each { |n, pr| log n.to_s }
end
