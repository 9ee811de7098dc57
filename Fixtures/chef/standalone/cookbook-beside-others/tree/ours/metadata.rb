name 'ours'
depends 'theirs'
depends 'fixture'
