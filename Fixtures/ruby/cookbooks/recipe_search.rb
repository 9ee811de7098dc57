peers = search(:node, "role:database AND chef_environment:#{node.chef_environment}")
master = peers.find { |n| n['database']['role'] == 'master' } || node
addresses = peers.reject { |n| n.name == node.name }
                 .map { |n| n['ipaddress'] }
                 .compact
                 # one address each
                 .uniq

hostsfile_entry master['ipaddress'] do
  hostname 'db-master'
  unique true
end

template '/etc/peers' do
  variables peers: addresses, master: master.name, count: addresses.length + 1
  helper(:quoted) { |text| "'#{text.gsub("'") { |q| "\\#{q}" }}'" }
  helpers do
    def pretty(list) = list.join(', ')
  end
end
