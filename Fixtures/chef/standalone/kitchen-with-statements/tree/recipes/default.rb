log 'one'
