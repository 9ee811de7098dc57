name 'site'
