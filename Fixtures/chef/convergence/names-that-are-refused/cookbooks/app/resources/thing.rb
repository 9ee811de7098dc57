unified_mode true
property :name, String, regex: /^[a-z]+$/
action :create do
end
