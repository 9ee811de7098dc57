log node['two']['port'].to_s
