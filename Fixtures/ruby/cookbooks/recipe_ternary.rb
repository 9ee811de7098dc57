port = node['port'] ? node['port'].to_i : 80
kind = port == 443 ? :tls : port == 80 ? :plain : (port > 1024 ? 'high' : "low")
tls = node['tls']? true : false
x = port.zero? ? 1:2
y = kind ?'set':'unset'
z = tls ? node['a'] : node.read('b', 'c') || 'd'
w = x ? y += '1' : z
list = [tls ? 1 : 2, *(x > 1 ? [3] : [])]
opts = { mode: tls ? '0600' : '0644', owner: kind.is_a?(Symbol) ? 'root' : 'www' }
file '/etc/port' do
  content "#{port ? "#{port}" : 'none'}\n"
  mode opts[:mode]
  action tls ? :create : :delete
  owner opts[:owner] unless w && list.empty?
end
