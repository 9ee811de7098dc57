apt_repository 'tool' do
  uri          'https://example.org/debian'
  distribution node['lsb']['codename']
  components   ['main', ('contrib' if node['contrib'])].compact
  key          'https://example.org/key.asc'
  trusted      node['trusted'] == true
end

systemd_unit 'tool.service' do
  content({ Unit: { Description: 'Tool', After: %w(network.target) },
            Service: { ExecStart: "/usr/bin/tool --port #{node['tool']['port']}", Restart: 'always' },
            Install: { WantedBy: 'multi-user.target' } })
  action [:create, :enable, :start]
  triggers_reload true
end

cron_d 'tool' do
  minute  '*/5'
  hour    '0-6,18-23'
  command %(/usr/bin/tool "run" >> /var/log/tool.log 2>&1)
  user    'tool'
end

sudo('deploy') do
  commands ['/bin/systemctl restart tool', '/bin/journalctl -u "tool*"']
  nopasswd true
end
kernel_module('br_netfilter') { action :load; not_if { docker? } }
chef_gem('aws-sdk') { compile_time true if respond_to?(:compile_time) }
