directory '/srv/sites'

data_bag('sites').sort.each do |name|
  site = data_bag_item('sites', name)

  file "/srv/sites/#{name}.html" do
    content "<h1>#{site['title']}</h1>\n"
    owner node['site']['owner']
    mode '0644'
  end
end
