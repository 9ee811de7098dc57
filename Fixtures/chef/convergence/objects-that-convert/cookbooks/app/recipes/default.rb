log 'a' + AppWord.new('s')
log [1] + AppWord.new('s') == [1, 1, 2] ? 'list' : fail('no list')
log({ b: 2 }.merge(AppWord.new('s'))[:a].to_s)
log 'abc'.start_with?(AppWord.new('ab')).to_s
log 'a' + AppPlain.new
