default['paths'] = value_for_platform(
  %w(debian ubuntu) => { '>= 10' => { 'conf' => '/etc/a' }, 'default' => {} },
  'centos' => { '~> 7.0' => { 'conf' => '/etc/b' } },
  'default' => { 'conf' => '/usr/local/etc' }
)
if platform_family?('rhel') && node['platform_version'].to_i >= 8
  default['python'] = 'python3'
elsif platform?('amazon')
  default['python'] = node['platform_version'].to_i > 2017 ? 'python2' : 'python'
else
  default['python'] = 'python'
end
%w(a b c).each_with_index do |letter, index|
  default['letters'][letter]['index'] = index
  default['letters'][letter]['next'] = %w(a b c)[index + 1] || letter
end
default['memory'] = node['memory']['total'][/\d+/].to_i / 1024 rescue 512
