#= sure 2 TypeError
log 'x' if ::File.exist?(node['app_file'])
