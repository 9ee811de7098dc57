class Chef
  class Resource
    class Greeting < Chef::Resource
      provides :greeting
      resource_name :greeting
      property :words, String, default: 'hello'
      default_action :say
      allowed_actions :say, :stop
      action :say do
        log new_resource.words
      end
      action(:stop) { }
      def after_created
        words.upcase
      end
    end
    class Farewell < Greeting
      provides :farewell, platform_family: %w(debian rhel)
      property :last, [true, false], default: true
      def self.shout
        resource_name.to_s.upcase
      end
    end
  end
  class Provider
    class Wave < Chef::Provider::LWRPBase
      provides :wave
      def self.provides?(node, resource)
        super
      end
      action :now do
        log 'wave'
      end
    end
  end
end
class Chef::Resource::Wave < Chef::Resource::LWRPBase
  self.resource_name = :wave
  provides :wave
  actions :now
  default_action :now
end
class Chef::Resource::Service
  include(Module.new { def wavy; name; end })
end
