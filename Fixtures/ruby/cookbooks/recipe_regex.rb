if node['fqdn'] =~ /\A(?:www|api)\d+\.(?<zone>[a-z\-]+)\.example\.(com|org)\z/ix
  node.default['zone'] = $1 || $~[:zone]
end
if /(?<host>[^.]+)\.(?<domain>.+)/ =~ node['fqdn']
  log "#{$~[:host]} in #{$2}"
end
paths = node['paths'].grep(%r{^/opt/[^/]+/bin$}).map { |x| x.sub(/\/bin\z/, '') }
clean = node['name'].gsub(/[^\w.]+/) { |m| m.length > 1 ? '_' : '-' }
half = paths.length / 2
third = paths.length/3
split = node['list'].split /[,;]\s*/
option = node['flags'].scan(/--(\w+)=#{Regexp.escape(clean)}/o).flatten
log "#{half} #{third} #{split} #{option} #{$&} #{$'}" if split.size > 1 and clean !~ /x#{half}/
