#= sure 3 refused source
remote_file '/tmp/x' do
  source 'www.example.org/x'
end
