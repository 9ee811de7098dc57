log 'theirs'
