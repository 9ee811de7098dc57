unified_mode true
action :create do
  nosuch
end
