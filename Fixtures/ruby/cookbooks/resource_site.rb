resource_name :site
provides :site
unified_mode true

property :name, String, name_property: true, callbacks: {
  'must be lower case' => ->(v) { v == v.downcase },
}
property :port, [Integer, String], default: 80, coerce: proc { |p| p.to_i }
property :aliases, Array, default: lazy { [name, "www.#{name}"] }
property :mode, String, regex: /^0?[0-7]{3}$/, desired_state: false
property :tls, [true, false], default: false
property :secret, String, sensitive: true, required: %i(create)

load_current_value do |desired|
  current_value_does_not_exist! unless ::File.exist?(conf(desired.name))
  port ::File.read(conf(desired.name))[/listen (\d+)/, 1]
end

action :create do
  converge_if_changed :port, :tls do
    template conf(new_resource.name) do
      cookbook 'web'
      variables(lazy { { port: new_resource.port, names: new_resource.aliases } })
    end
  end
end

action(:delete) { file(conf(new_resource.name)) { action :delete } }

action_class do
  include Web::Helpers
  def conf(name) "/etc/sites/#{name}.conf"; end
end

def conf(name)
  "/etc/sites/#{name}.conf"
end
