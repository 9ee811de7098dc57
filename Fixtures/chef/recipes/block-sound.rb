ruby_block 'a' do
  block { Chef::Log.info('x') }
end
ruby_block 'b' do
  block(&proc { Chef::Log.info('x') })
  action :create
end
ruby_block 'c' do
  action :nothing
end
