unified_mode true
provides :site
property :host, String, name_property: true, regex: /\A[a-z.]+\z/
property :port, [Integer, String], default: 80, coerce: proc { |p| p.to_i }, callbacks: { 'must be a port' => ->(p) { p < 65_536 } }
property :aliases, Array, default: [].freeze
property :options, Hash, default: lazy { node['site']['options'].to_h }
property :owner, [String, nil], default: nil
property :kind, [Symbol, String], equal_to: [:plain, :tls, 'plain', 'tls'], default: :plain
property :secret, String, sensitive: true, desired_state: false
alias_method :hostname, :host
default_action :create
load_current_value do |desired|
  path = "/etc/site/#{desired.host}"
  current_value_does_not_exist! unless ::File.exist?(path)
  port ::File.read(path)[/port (\d+)/, 1].to_i
end
action_class do
  include Site::Paths
  def options
    new_resource.options.map { |k, v| "#{k} #{v}" }.sort.join("\n")
  end
end
action :create do
  description 'Writes it'
  converge_if_changed :port do
    directory site_folder do
      recursive true
    end
    template ::File.join(site_folder, new_resource.host) do
      cookbook 'site'
      source 'site.erb'
      variables(site: new_resource, options: options)
      helpers(Site::Paths)
      helper(:loud) { |text| text.upcase }
      sensitive new_resource.property_is_set?(:secret)
      notifies :run, 'execute[reload]', :delayed
    end
  end
  execute('reload') { action :nothing }
end
action :delete do
  with_run_context(:root) do
    edit_resource(:log, 'gone') { level :info }
  end
  declare_resource(:file, ::File.join(site_folder, new_resource.name)) { action :delete }
  new_resource.updated_by_last_action(true)
end
