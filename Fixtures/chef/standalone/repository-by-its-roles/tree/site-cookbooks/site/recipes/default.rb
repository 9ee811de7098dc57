log 'site'
