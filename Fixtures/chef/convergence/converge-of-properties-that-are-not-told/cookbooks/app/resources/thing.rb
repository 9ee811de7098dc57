unified_mode true
use 'core::rest_resource'
property :port, Integer, default: 80
action :create do
  converge_if_changed :rest_property do
  end
  converge_if_changed(*new_resource.port.to_s.split.map(&:to_sym)) { nil } if false
  property_is_set?(:rest_property)
end
