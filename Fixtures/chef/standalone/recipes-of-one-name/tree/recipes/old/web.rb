log 'b'
