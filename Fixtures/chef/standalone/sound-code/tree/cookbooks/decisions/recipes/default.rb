require 'json'
include_recipe '::other' unless node.attribute?('nothing')
case node['platform_family']
when 'debian', 'rhel'
  package %w(curl tar) do
    action :upgrade
    retries 3
    retry_delay 5
    options %w(-y --force)
  end
when /suse/ then zypper_package 'curl'
else
  raise "no #{node['platform']}" if node['platform'].nil?
end
names = %w(a b).each_with_object({}) { |n, h| h[n] = n.ord }
names.each do |name, number|
  execute "make #{name}" do
    command ['/bin/echo', number.to_s]
    cwd '/tmp'
    environment 'A' => name, 'HOME' => ENV['HOME']
    umask '022'
    live_stream true
    creates "/tmp/#{name}"
    not_if { ::File.exist?("/tmp/#{name}") }
    only_if "test -e /etc/passwd", user: 'root', cwd: '/'
    guard_interpreter :bash
    notifies :create, "file[/tmp/#{name}]", :immediately
    subscribes :run, 'systemd_unit[x.service]', :delayed
  end
  file "/tmp/#{name}" do
    content JSON.pretty_generate(names.to_a.to_h)
    mode 0o644
    owner 'root'
    group node['root_group']
    verify { |path| ::File.size?(path) }
    verify 'test -s %{path}'
    backup 5
    checksum 'a' * 64
    lazy_value = lazy { node.run_state['x'].to_s }
    sensitive lazy_value.nil?
  end
end
log 'x' do
  level :warn
  message lazy { "#{node.run_state[:x]}" }
end
ruby_block 'later' do
  block do
    node.run_state[:x] = Time.now.to_i
    Chef::Log.warn('later')
    resources('log[x]').message('changed')
    run_context.resource_collection.find(log: 'x').run_action(:write)
  end
  action :run
end
begin
  data_bag_item('none', 'none')
rescue Net::HTTPServerException, Chef::Exceptions::InvalidDataBagPath, Errno::ENOENT => e
  Chef::Log.warn(e.message)
end
begin
  require 'aws-sdk'
rescue LoadError
  chef_gem('aws-sdk') { compile_time true }
end
chef_gem 'vault' do
  compile_time false
  version '>= 0.1'
end
r = resources(log: 'x') rescue nil
r.level(:info) if r
return if node['kernel']['machine'] == 'none'
systemd_unit 'x.service' do
  content(Unit: { Description: 'x' }, Service: { ExecStart: '/bin/true' })
  action [:create, :enable]
end
cron 'x' do
  minute '*/5'
  hour '0-3'
  command '/bin/true'
end
user('ann') { shell '/bin/sh'; manage_home true; system true }
group('staff') { members ['ann']; append true }
service('ssh') { supports restart: true, status: true; action %i(enable nothing) }
apt_repository 'x' do
  uri 'https://example.org'
  components ['main']
  key 'https://example.org/key'
  only_if { debian? && platform?('debian', 'ubuntu') }
end if debian?
%w(one two).map { |x| Thread.new { x } }.each(&:join)
define_method(:late) { 5 } if respond_to?(:define_method)
