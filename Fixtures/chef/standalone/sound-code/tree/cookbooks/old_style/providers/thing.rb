use_inline_resources
def whyrun_supported?
  true
end
def load_current_resource
  @current_resource = Chef::Resource::File.new(new_resource.name)
  @current_resource.path(new_resource.path)
end
action :create do
  converge_by("make #{new_resource.name}") do
    file new_resource.path || "/tmp/#{new_resource.name}" do
      mode new_resource.mode
    end
  end
  new_resource.updated_by_last_action(true)
end
action :remove do
  file(new_resource.path) { action :delete } if new_resource.path
end
