load_current_value do
  nosuch 'x'
end
action :create do
end
