log node['k7']['port'].to_s
log node['k7']['jvm']['heap'].to_s
log node['docker']['x'].to_s
log node['alibaba']['x'].to_s
log node['virtualbox']['x'].to_s
log node['vbox']['x'].to_s
log node['joyent']['x'].to_s
