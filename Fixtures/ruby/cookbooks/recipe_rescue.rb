begin
  secret = Chef::EncryptedDataBagItem.load('secrets', 'db')
rescue Net::HTTPServerException, Errno::ENOENT => e
  Chef::Log.fatal "no secret: #{e.message}"
  raise unless node['db']['optional']
rescue => error
  retry if (tries ||= 0) < 3 && (tries += 1)
  secret = { 'password' => nil }
else
  Chef::Log.info('secret read')
ensure
  GC.start if defined?(GC) && GC.respond_to?(:start)
end

version = Gem::Version.new(node['db']['version']) rescue Gem::Version.new('0')
password = secret && secret['password'] or raise ArgumentError, 'no password'

ruby_block 'rotate' do
  block do
    run_context.include_recipe 'db::rotate'
  rescue StandardError
    nil
  ensure
    node.run_state.delete(:secret)
  end
  action :nothing
end
