default['app']['version'] = '2.4.1'
default['app']['url'] = "https://example.org/app-#{node['app']['version']}.tar.gz"
default['app']['workers'] = (node['cpu'] && node['cpu']['total'] || 2) * 2 + 1
default['app']['env'] = {
  'RACK_ENV' => 'production',
  'PORT' => 3000,
  # left out on purpose
  # 'DEBUG' => '1',
}
default['app']['packages'] = case node['platform_family']
                             when 'debian' then %w(libpq-dev libxml2-dev)
                             when 'rhel' then %w(postgresql-devel libxml2-devel)
                             else []
                             end
normal['app']['id'] ||= rand(1 << 16).to_s(16)
override['app']['tls'] = node['app']['tls'].to_s == 'true'
force_default['app']['limits']['nofile'] = 65_536
default[:app][:symbols] = :ok
node.default['app'].tap { |a| a['x'] = 1 }
default.app.method_style = true
default['app']['list'] += ['x'] if node['app']['more']
include_attribute 'base::paths'
