unified_mode true
property :port, Integer, default: 80
deprecated_property_alias 'socket', 'port', 'use port'
action :create do
  property_is_set?(:port)
  new_resource.property_is_set?('port')
  property_is_set?(:name)
  property_is_set?(:retries)
  new_resource.reset_property(:port)
  property_is_set?(:prot)
end
action :reset do
  new_resource.reset_property(:prot)
end
