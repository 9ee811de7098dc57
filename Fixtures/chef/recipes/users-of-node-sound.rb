log node['etc']['passwd']['root'].to_s
