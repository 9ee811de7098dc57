module Site
  module Paths
    extend self
    def site_folder
      node.read('site', 'folder') || '/etc/site'
    end
    def self.included(base)
      base.extend(ClassMethods) if base.respond_to?(:extend)
    end
    module ClassMethods
      def known
        @known ||= Set.new
      end
    end
  end
end
Chef::DSL::Recipe.include(Site::Paths)
Chef::Resource.send(:include, Site::Paths)
