use_inline_resources

def whyrun_supported?
  true
end

def load_current_resource
  @current_resource = Chef::Resource.resource_for_node(:app_thing, node).new(@new_resource.name)
  @current_resource.there = ::File.exist?('/etc/x')
end

action :create do
  unless @current_resource.there
    converge_by('make it') do
      file "/tmp/#{new_resource.name}" do
        content new_resource.size.to_s
      end
      new_resource.updated_by_last_action(true)
    end
  end
end
