log node['k7']['port'].abs.to_s
log node['k7']['prot'].abs.to_s
