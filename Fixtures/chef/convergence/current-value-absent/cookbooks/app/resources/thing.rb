property :size, Integer
load_current_value do |desired|
  current_value_does_not_exist! unless ::File.exist?("/etc/#{desired.name}")
  size 1
end
action :create do
  log current_resource.size.to_s if current_resource
end
