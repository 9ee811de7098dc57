remote_file '/tmp/a' do
  source 'http://127.0.0.1:9/a'
end
