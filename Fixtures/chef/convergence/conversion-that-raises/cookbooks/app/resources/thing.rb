property :size, Integer, coerce: proc { |v| Integer(v) }
action :create do
end
