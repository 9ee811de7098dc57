log format('%05.2f', 1.234)
log '%s' % :a
log 'a'.succ
log 'a'.ord.to_s
log 'a'.hash.to_s
log 'abc'[/b/].to_s
log 'abc'.slice!(0).to_s
log 'a b'.shellsplit.to_s
log 'a'.shellescape
log [3, 1].minmax.to_s
log [1, 2].each_cons(2).to_a.to_s
log [1, [2]].flatten.to_s
