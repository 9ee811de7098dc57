name 'one'
