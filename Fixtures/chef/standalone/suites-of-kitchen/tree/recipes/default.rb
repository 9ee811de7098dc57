node['apps']['users'].each { |name| user name }
raise 'no yum' if platform_family?('rhel')
