unified_mode true
property :port, Integer, default: 80
property :host, String
load_current_value do
  port 1
end
action :create do
  converge_if_changed :port, :host do
  end
  converge_if_changed do
  end
  converge_if_changed :prot do
  end
end
action :name do
  converge_if_changed 'port' do
  end
end
action :list do
  converge_if_changed %i(port host) do
  end
end
