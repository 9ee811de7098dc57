use_inline_resources
action :create do
  nosuch
end
