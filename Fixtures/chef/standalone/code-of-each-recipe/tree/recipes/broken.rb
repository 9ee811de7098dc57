if node['web']['port'] == 80
  log 'eighty'
