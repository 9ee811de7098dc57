include_recipe 'nginx'
nginx_site 'x' do
  foo 'bar'
end
package 'curl' do
  verison '1'
end
