raise 'never'
