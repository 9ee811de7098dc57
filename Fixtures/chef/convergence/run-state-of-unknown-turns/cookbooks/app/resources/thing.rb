property :key, String
action :create do
  parameters = JSON.parse(::File.read('/x'))
  parameters.each do |parameter|
    node.run_state[new_resource.key] ||= {}
    node.run_state[new_resource.key][parameter['name']] = parameter['value']
  end
end
