name 'twins'
