node.set['web']['port'] = 81

raise ArgumentError 'no port' unless node['web']['port']
