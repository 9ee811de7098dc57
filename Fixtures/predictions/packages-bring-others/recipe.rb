package 'telnet' do
  action :remove
end
package 'inetutils-tools'
