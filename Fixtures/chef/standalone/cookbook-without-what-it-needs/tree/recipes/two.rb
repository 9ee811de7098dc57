node['app']['prot']['x']
