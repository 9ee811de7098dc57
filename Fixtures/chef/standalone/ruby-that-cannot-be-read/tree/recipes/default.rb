if true
  log 'a'
