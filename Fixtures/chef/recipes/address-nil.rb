#= sure 3 refused source
remote_file '/tmp/x' do
  source node['nope']
end
