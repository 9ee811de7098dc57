default['site']['options'] = { 'a' => 1 }
default['site']['list'] = %w(a b)
default_unless['site']['x'] = 1
normal['site']['y'] = node['site']['list'].map(&:upcase)
override['site']['z'] = "#{node['site']['x']}-z"
force_default['site']['w'] = value_for_platform_family('debian' => 'd', 'default' => 'x')
default['site']['lazy'] = lazy { node['site']['x'] } if Chef::VERSION.to_f >= 16
