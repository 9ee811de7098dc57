node.default['app']['port'] = 80
file node.read!('app', 'port').to_s
node.write!(:default, 'app', 'host', 'name', 'a')
node.override.write!('app', 'list', [1])
node.write(:default, 'app', 'port', 'deep', 1)
node.unlink!(:default, 'app', 'host', 'name')
node.unlink(:default, 'app', 'none')
node.default.unlink!('app', 'host')
