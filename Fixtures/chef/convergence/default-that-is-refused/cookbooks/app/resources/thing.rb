property :size, Integer, coerce: proc { |v| Integer(v) }, default: 'zz'
action :create do
  log new_resource.size.to_s
end
