#= sure 2 missingProperty("block", resource: "ruby_block")
ruby_block 'reload' do
  action :run
end
