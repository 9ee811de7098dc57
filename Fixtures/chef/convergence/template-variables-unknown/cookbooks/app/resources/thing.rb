property :settings, Hash, default: {}
action :create do
  template '/property' do
    source 'config.erb'
    variables new_resource.settings
  end
end
