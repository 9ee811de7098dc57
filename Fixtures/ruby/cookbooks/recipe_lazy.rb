file '/etc/motd' do
  content lazy { "#{node['fqdn']} up since #{Time.now.strftime('%F')}\n" }
  mode lazy { node['motd']['mode'] }
end

package 'agent' do
  version lazy do
    node.run_state.dig('agent', 'version') || 'latest'
  end
  action(node['agent']['keep'] ? :install : :upgrade)
end

ruby_block 'late' do
  block { node.run_state[:late] = ->(x, y = 2, *rest, k: 1, **opts, &b) { x + y } }
  subscribes :run, 'package[agent]', :immediately
end

notify_group 'all' do
  notifies :run, resources(ruby_block: 'late')
  notifies(:restart, "service[#{node['agent']['service']}]", :before)
end
