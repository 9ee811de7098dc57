# Installs the web server and its sites.
node.default['web']['port'] = 8080 unless node['web'] && node['web']['port']

package %w(nginx openssl) do
  action [:install, :upgrade]
  retries 3
  not_if { node.run_state['offline'] || ::File.exist?('/etc/nginx/frozen') }
end

node['web']['sites'].each do |name, site|
  template "/etc/nginx/sites-available/#{name}.conf" do
    source 'site.conf.erb'
    owner 'root'
    group node['root_group']
    mode '0644'
    variables(
      name: name,
      port: site['port'] || node['web']['port'],
      aliases: Array(site['aliases']).map(&:downcase).sort,
      tls: site.fetch('tls', false) ? 'on' : 'off'
    )
    notifies :reload, 'service[nginx]', :delayed
  end
  link "/etc/nginx/sites-enabled/#{name}.conf" do
    to "/etc/nginx/sites-available/#{name}.conf"
    only_if { site['enabled'] != false }
  end
end

service 'nginx' do
  supports :status => true, :restart => true
  action %i(enable start)
end
