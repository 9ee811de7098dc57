sudo 'app' do
  user 'app'
end
sudo 'web' do
  template 'sudo.erb'
  action :nothing
end
sudo 'old' do
  action :delete
end
sudo 'env' do
  env_keep_add %w(A)
end
sudo 'given' do
  groups node['etc']['group'].keys
  template node['fqdn']
  action :nothing
end
openssl_rsa_public_key '/etc/app.pub' do
  private_key_path '/etc/app.key'
end
group 'app' do
  members %w(ann)
  excluded_members %w(bob)
  append true
end
module AppHelpers; end
template '/etc/app' do
  local true
  source '/srv/app.erb'
  helper(:port) { 80 }
  helpers AppHelpers
  helpers do
    def host = 'a'
  end
  action :nothing
end
selinux_user 'app' do
  roles %w(a)
end
