property :links, [App::UnorderedList, nil], coerce: proc { |v| v.nil? ? nil : App::UnorderedList.new(Array(v)) }
action :create do
end
