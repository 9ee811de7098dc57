log node['web']['user'].upcase
log node['web']['prot']['tls']
