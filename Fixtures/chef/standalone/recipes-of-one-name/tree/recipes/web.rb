log 'a'
