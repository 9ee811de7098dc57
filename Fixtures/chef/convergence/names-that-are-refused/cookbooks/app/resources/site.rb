unified_mode true
property :host, String, name_property: true, callbacks: { 'needs a dot' => ->(host) { host.include?('.') } }
property :kind, String, equal_to: %w(a b), default: 'a'
action :create do
  log new_resource.host
end
action :drop do
end
