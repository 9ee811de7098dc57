unified_mode true
property :host, String, name_property: true, required: [:create], regex: /\./
action :create do
end
action :drop do
end
