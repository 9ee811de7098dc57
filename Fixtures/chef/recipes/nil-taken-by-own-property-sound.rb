class Chef::Resource::AppThing < Chef::Resource
  provides :app_thing
  property :level, [String, nil], equal_to: %w(low high), default: 'low'
  action :create do
  end
end
app_thing 'x' do
  level nil
end
