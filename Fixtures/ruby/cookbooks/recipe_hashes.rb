old = { :a => 1, 'b' => 2, 3 => [4, 5,], nil => nil }
new = { a: 1, "quoted key": 2, if: 3, class: 4, 'x' => { y: { z: -1 } }, }
both = { **old, **new, c: ->(v) { v * 2 }, d: proc { |v| v } }
name = 'short'
short = { name:, old: }
merged = old.merge(new) { |_key, left, right| left || right }
x = new[:a], old['b'], merged.dig('x', :y, :z), both[:c].(2), both[:c][3], both[:d].call(1)
first, (second, *rest), last = 1, [2, 3, 4], 5
*init, tail = [first, second, rest]
head, = x
a = b = c = nil
a ||= {}
a[:list] ||= []
a[:list] <<= 1 if a[:list].is_a?(Integer)
b &&= 1
c = *1..3, *rest
template('/etc/x') { variables short.merge(a: a, b: b, c: c, head: head, init: init, tail: tail, last: last) }
