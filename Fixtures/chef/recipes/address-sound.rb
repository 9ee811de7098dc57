a = 'https://example.org/x'
remote_file '/tmp/a' do
  source a
end
remote_file '/tmp/b' do
  source a, 'ftp://example.org/a b'
end
remote_file '/tmp/c' do
  source "https://example.org/#{node['fqdn']}"
end
remote_file '/tmp/d' do
  source lazy { a }
end
remote_file '/tmp/e' do
  source 'file:///srv/x'
end
remote_file '/tmp/f' do
  source '\\\\server\\share\\x'
  action :nothing
end
