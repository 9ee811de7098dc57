log node['k7']['port'].to_s
log node['k7']['jvm']['heap'].to_s
raise 'no' if node['solo'].nil?
raise 'yes' if node['solo']
raise 'keys' if node['k7'].keys.size > 1
if ::File.exist?('/x')
  node.default['a']['b'] = 1
end
node.default['a']['c'] = 2
log node['a']['c'].to_s
raise 'b' if node['a']['b'].nil?
raise 'both' if node['a'].key?('b')
shell_out('x').stdout.lines.each { |l| node.default['loop']['x'] = l }
node.default['loop']['y'] = 1
log node['loop']['y'].to_s
log node['loop']['x'].strip
node.default['d'][shell_out('hostname').stdout]['v'] = 1
log node['d']['k'].fetch('v').to_s
log node['d']['k']['v'].to_s
if ::File.exist?('/y')
  node.default['e']['one']['a'] = 1
else
  node.default['e']['one']['b'] = 2
end
log node['e']['one']['a'].abs.to_s
log node['e']['one']['b'].abs.to_s
