raise 'nobody asks'
