case node['platform_family']
when 'debian'
  package 'cron'
when 'rhel', 'fedora', 'amazon' then package 'cronie'
when /suse/i
  package 'cronie' do
    version '1.5' if node['platform_version'].to_f < 15.2
  end
when *node['cron']['families']
  package(node['cron']['package']) { action :install }
else
  Chef::Log.warn("no cron on #{node['platform']}")
  return
end

state = case
        when node['cron']['off'] then :stop
        when node['cron']['paused'] && !node['cron']['forced']
          :nothing
        else :start
        end

service(node.value_for_platform_family('rhel' => 'crond', 'default' => 'cron')) { action state }
