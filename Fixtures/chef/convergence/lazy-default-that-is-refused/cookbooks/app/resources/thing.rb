property :size, Integer, default: lazy { 'zz' }
action :create do
  log new_resource.size.to_s
end
