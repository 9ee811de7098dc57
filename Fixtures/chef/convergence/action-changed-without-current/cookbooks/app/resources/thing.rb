property :size, Integer, default: 1
action :create do
  converge_if_changed :size do
    nosuch
  end
end
