log node['one']['port']['x'].to_s + node['other']['x'].upcase
