package 'telnet' do
  action :remove
end
package %w(telnet curl)
file '/etc/motd' do
  action :delete
end
