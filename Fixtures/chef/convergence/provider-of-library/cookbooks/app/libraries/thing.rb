class Chef
  class Resource
    class AppThing < Chef::Resource
      provides :app_thing
      resource_name :app_thing
      property :size, Integer, default: 1
      default_action :create
      allowed_actions :create
    end
  end

  class Provider
    class AppThing < Chef::Provider
      provides :app_thing
      def action_create
        nosuch(new_resource.size)
      end
    end
  end
end
