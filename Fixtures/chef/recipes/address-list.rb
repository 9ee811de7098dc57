#= sure 3 refused source
remote_file '/tmp/x' do
  source ['https://example.org/x', 'mirror/x']
end
