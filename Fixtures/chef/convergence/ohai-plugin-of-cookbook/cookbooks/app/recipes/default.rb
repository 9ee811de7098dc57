file "/srv/#{node['disks']['count']}"
