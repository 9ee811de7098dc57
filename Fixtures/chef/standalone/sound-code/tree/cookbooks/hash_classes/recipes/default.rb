settings = Settings.new
settings['a'] = 1
log settings.merge('b' => 2).hello
log settings.merge('b' => 2).class.to_s
log settings.dup.hello
log Settings[a: 1].hello
log Names.new([1, 2]).dup.second.to_s
log Loud.new('x').dup.shout
