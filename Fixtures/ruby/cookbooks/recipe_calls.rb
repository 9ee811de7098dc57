log('a', &:level)
log 'b', &proc { level :warn }
directory '/srv', recursive: true, mode: '0755' do owner 'root' end rescue nil
remote_file ::File.join(Chef::Config[:file_cache_path], 'x.tgz') do
  source "https://example.org/#{URI.encode_www_form([['v', node['v']]])}"
  checksum node['sum']
end
Chef::Resource::File.new '/etc/x', run_context
::Chef::Log.info "x"
Chef::Log::info 'y'
node.run_context&.resource_collection&.each { |r| r&.name }
node.default.dig(*%w(a b)).then { _1 || _1.to_s }
puts [1, 2].map do |n| n + 1 end
puts [3].each_with_index.map { |n, i| n * i }
puts(*[1, 2], **{}) { }
puts -1.abs, [-1][0], %w[a].first
puts (1 + 2) * 3
send :package, 'x'
send(:define_method, :y) { |*args, **kw, &blk| blk&.call(*args, **kw) }
yielded = [1].each_slice 2 do |a| a end
Foo 'x' rescue Foo::Bar 'y', 1
a.b = c d
a.b.c += e f, g
a['x'].y ||= h i do 1 end
