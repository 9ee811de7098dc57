# Prints the facts of every resource class of a chef/chef checkout as JSON.
# usage: chef-resources.rb CHECKOUT
#
# The classes are loaded over a base class that only records what their bodies declare; nothing of Chef itself runs.
require "json"

ROOT = File.expand_path(ARGV.fetch(0))
$LOADED = {}

# A name that the checkout would define elsewhere: a module that takes any call.
class Module
  def const_missing(name)
    made = Module.new
    made.define_singleton_method(:method_missing) { |*| false }
    made.define_singleton_method(:respond_to_missing?) { |*| false }
    const_set(name, made)
  end
end

def (Dummy = Object.new).method_missing(*) = self
def Dummy.respond_to_missing?(*) = true
def Dummy.to_str = ""
def Dummy.to_s = ""
def Dummy.to_ary = []

module Kernel
  alias_method :plain_require, :require
  def require(path)
    plain_require(path)
  rescue LoadError
    false
  end

  def require_relative(path)
    file = File.expand_path(path + (path.end_with?(".rb") ? "" : ".rb"), File.dirname(caller_locations(1, 1)[0].path))
    return false unless file.start_with?(ROOT + "/lib/chef/resource/") && File.file?(file)
    return false if $LOADED[file]

    $LOADED[file] = true
    load(file)
  end
end

Lazy = Struct.new(:kind)

class ChefUtilsStub < Module
  def method_missing(*) = false
  def respond_to_missing?(*) = true
end
ChefUtils = ChefUtilsStub.new
ChefUtils.const_set(:CANARY, 1)
module ChefUtils
  module Dist
    module Names
      def self.const_missing(*) = "chef"
    end
    %w[Infra Apply Automate Habitat Inspec Org Server Solo Workstation Zero Cli].each { |n| const_set(n, Names) }
  end
end

class Chef
  NOT_PASSED = Object.new
  VERSION = "18.5.0"
  module Config
    def self.[](_) = nil
    def self.method_missing(*) = Dummy
  end
  module Log
    def self.method_missing(*) = nil
  end
  class VersionString < String; end
  class Provider
    def self.method_missing(*) = nil
  end
  module Mixin
    module Securable
      def self.included(base)
        base.property :owner, regex: :user
        base.property :group, regex: :group
        base.property :mode, callbacks: :mode
        base.aliases[:user] = :owner
        base.class_eval { without_recording { define_method(:user) { |*| nil } } }
      end
      module WindowsMacros
        def rights_attribute(name) = property(name)
      end
      module WindowsSecurableAttributes; end
    end
  end
  class Resource
    class << self
      def own = @own ||= { provides: [], properties: {}, methods: [] }
      def aliases = own[:aliases] ||= {}
      def inherited(klass)
        super
        (ALL << klass)
      end
      def property(name, types = NOT_PASSED, **options)
        options[:is] = types unless types.equal?(NOT_PASSED)
        own[:properties][name] = options
        without_recording { define_method(name) { |*| nil } }
      end
      def without_recording
        @quiet = true
        yield
      ensure
        @quiet = false
      end
      def alias_method(new, old)
        own[:aliases] ||= {}
        own[:aliases][new] = old
        without_recording { super }
      end
      def attribute(name, options = {})
        options[:is] = options.delete(:kind_of) if options.key?(:kind_of)
        own[:properties][name] = options
        without_recording { define_method(name) { |*| nil } }
      end
      def provides(name, **options, &block)
        own[:provides] << [name, options, !block.nil?]
      end
      def resource_name(name = nil) = own[:resource_name] = name
      def unified_mode(value = true) = own[:unified_mode] = value
      def allowed_actions(*names) = (own[:actions] ||= []).concat(names.flatten)
      alias actions allowed_actions
      def default_action(name = nil) = own[:default_action] = Array(name)
      def action(name, **, &block) = (own[:blocks] ||= []) << name
      def lazy(*) = Lazy.new("lazy")
      def introduced(v) = own[:introduced] = v
      def deprecated(v) = own[:deprecated] = v.to_s
      def skip_docs(_ = true); end
      def resource_deprecated(*) = own[:deprecated] = "yes"
      def use(path)
        dir = ::File.dirname(caller_locations(1, 1)[0].path)
        file = [path, ::File.join(::File.dirname(path), "_" + ::File.basename(path))].map { |p| ::File.join(dir, p + ".rb") }.find { |f| ::File.file?(f) }
        raise "no partial #{path}" unless file

        class_eval(::File.read(file), file)
      end
      def preview_resource(*) = own[:preview] = true
      def property_is_set?(*) = false
      def method_missing(*) = nil
      def respond_to_missing?(*) = true
      def method_added(name)
        super
        own[:methods] << name unless @quiet
      end
    end
    ALL = []
    def name(*) = nil
    def action(*) = nil
    def self.const_missing(name)
      file = "#{ROOT}/lib/chef/resource/#{name.to_s.gsub(/([a-z])([A-Z])/, '\1_\2').downcase}.rb"
      if ::File.file?(file) && !$LOADED[file]
        $LOADED[file] = true
        load file
        return const_get(name) if const_defined?(name, false)
      end
      super
    end
  end
end

Dir["#{ROOT}/lib/chef/resource/{*,cron/*,scm/*,user/*}.rb"].sort.each do |file|
  next if $LOADED[file] || File.basename(file).start_with?("_") || %w[action_class conditional conditional_action_not_nothing resource_notification lwrp_base].include?(File.basename(file, ".rb"))

  $LOADED[file] = true
  begin
    load file
  rescue Exception => e
    warn "#{file}: #{e.class}: #{e.message[0, 200]} #{e.backtrace[0, 3]}"
  end
end

def plain(value)
  case value
  when Lazy then { "lazy" => true }
  when Proc then { "proc" => value.source_location.then { |f, l| File.readlines(f)[l - 1].strip } }
  when Regexp then { "regex" => value.source }
  when Module then value.name.sub(/^Chef::/, "")
  when Array then value.map { |v| plain(v) }
  when Hash then value.to_h { |k, v| [k.to_s, plain(v)] }
  when Symbol then ":#{value}"
  when String, Numeric, true, false, nil then value
  else value.class.name
  end
end

def facts(klass)
  own = klass.own
  set = klass.instance_methods(false).map { |m| [m, klass.instance_method(m).arity] }
  {
    "class" => klass.name, "parent" => klass.superclass.name, "resource_name" => own[:resource_name],
    "provides" => own[:provides].map { |n, o, b| [n, plain(o), b] },
    "actions" => own[:actions], "blocks" => own[:blocks], "default_action" => own[:default_action],
    "introduced" => own[:introduced], "deprecated" => own[:deprecated], "aliases" => own[:aliases],
    "preview" => own[:preview],
    "properties" => own[:properties].to_h { |n, o| [n, plain(o.reject { |k, _| %i[description default_description].include?(k) })] },
    "methods" => set.reject { |m, arity| arity == 0 || own[:properties].key?(m) || !own[:methods].include?(m) }.to_h,
  }.reject { |_, v| v.nil? || v == [] || v == {} }
end

puts JSON.pretty_generate(Chef::Resource::ALL.select(&:name).map { |k| facts(k) })
