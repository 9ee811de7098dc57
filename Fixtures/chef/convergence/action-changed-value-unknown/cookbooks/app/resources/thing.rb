property :size, Integer, default: 1

load_current_value do
  size ::File.size('/etc/x')
end

action :create do
  converge_if_changed do
    nosuch
  end
end
