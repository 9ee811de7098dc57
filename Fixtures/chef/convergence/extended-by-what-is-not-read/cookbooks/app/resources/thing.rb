action :create do
  extend Chef::Util::Selinux
  log 'x' if selinux_enabled?
  file '/tmp/a' do
    only_if { selinux_enabled? }
  end
end
