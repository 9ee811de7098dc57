site 'www.example.org' do
  port '8080'
  aliases %w(a b)
  kind :tls
  subscribes :create, 'site[other.example.org]', :immediately
end
site('other.example.org') { action :delete }
log 'first'
site_folder.split('/').reject(&:empty?).each { |part| log part }
node['site']['list'].each_slice(2) { |a, b| log [a, b].compact.join(' ') }
