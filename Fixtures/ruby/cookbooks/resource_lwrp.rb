actions :install, :remove
default_action :install
attribute :version, kind_of: String, regex: [/^\d+(\.\d+)*$/], default: nil
attribute :options, :kind_of => [Array, Hash], :default => {}
attribute(:path, kind_of: String, required: true, callbacks: { 'absolute' => lambda { |p| p.start_with?('/') } })
attr_accessor :exists, :loaded
alias_method :installed?, :exists
def initialize(*args)
  super
  @action = :install
  @run_context.include_recipe 'base' if @run_context && @run_context.respond_to?(:include_recipe)
end
def self.shared; @shared ||= {}; end
