%w[a b].each do |n|
  node.default['l'][n]['v'] = 1 if ::File.exist?("/#{n}")
end
node.default['l']['a']['w'] = 2
log node['l']['a']['w'].to_s
log node['l']['a']['v'].abs
log node['l']['b']['v'].abs
node.default_unless['l']['b']['v'] = 3
log node['l']['b']['v'].abs
if ::File.exist?('/q')
  if ::File.exist?('/r')
    node.override['n']['deep']['x'] = [1]
  end
end
node.default['n']['deep']['y'] = 1
log node['n']['deep']['x'].first.to_s
log node['n']['deep']['y'].to_s
h = node['n']['deep'].to_hash
log h['x'].first.to_s
log h['y'].abs.to_s
node['n'].each { |k, v| log v['y'].abs.to_s }
case shell_out('x').stdout
when 'a' then node.default['c']['a'] = 1
when 'b' then node.default['c']['b'] = 1
end
log node['c']['a'].abs.to_s
raise 'x' if node['c'].nil?
raise 'y' unless node['c'].nil?
node.default['z'] = { 'a' => 1 } if ::File.exist?('/z')
log node['z']['a'].abs.to_s
node.rm('z')
node.default['s'][shell_out('x').stdout] = 1
log node['s']['foo'].abs.to_s
list = []
helper = Foo::Bar.new(list) if defined?(Foo::Bar)
arr = %w[a b]
arr.each { |x| node.default['m'][x] = x if ::File.exist?(x) }
raise if node['m'].keys.empty?
log node.dig('m', 'a').upcase
log node.read('m', 'a').upcase
log node.attribute?('m') ? 'x' : 'y'
if node.attribute?('m')
  raise 'with'
else
  raise 'without'
end if false
node.default['tt']['a'] = 1
node.default['tt']['b'] = 2 if ::File.exist?('/b')
raise 'two' if node['tt'].to_h.size == 1
raise 'two' if node['tt'].length == 1
node['tt'].each_pair { |k, v| node.default['copy'][k] = v }
log node['copy']['a'].abs.to_s
template '/etc/tt' do
  source 'tt.erb'
  variables(tt: node['tt'])
end
