log node['app']['port'].fetch('x').to_s
log node['app']['db']['host'].strip
log node['web']['any']['thing'].to_s
log node['app']['prot']['x'].to_s
