#= sure 3 missingProperty("code", resource: "bash")
bash 'x' do
  code node['nope']
end
