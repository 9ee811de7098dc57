name 'theirs'
