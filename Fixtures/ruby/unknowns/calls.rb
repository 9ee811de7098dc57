# An unknown receiver gives unknown; arguments and block are still run.
x = unknown!
declare x.foo, x['a']['b'], x.a.b(1).c, "a#{x}", [x, 1], { a: x }
x.each do |item, other|
  declare :block, item, other
end
r = x.map { |v| v }
declare r
x.call(declare(:argument))
list = []
x.each { |v| list << v }
declare list
[1, 2].each { |v| declare v }
[1, x].each { |v| declare v }
declare [x].include?(1), [1, x].include?(1), [1, 2].select { |v| x }
def m(a, b = 2, *c, d: 4); [a, b, c, d]; end
declare m(*x), m(x), m(1, **x)
declare x + 1, 1 + x, x == 1, 1 == x, !x, x.nil?, -> { x }.call
x&.foo(declare(:safe))
y = nil
y&.foo(declare(:never))
declare (x rescue 1)
x.attr = 3
x['k'] ||= 4
z = x.dig(1) || 'default'
declare z
# -> sure ?, ?, ?, ?, ?, ?
# -> maybe :block, ?, ?
# -> sure ?
# -> sure :argument
# -> sure ?
# -> sure 1
# -> sure 2
# -> sure 1
# -> sure ?
# -> sure ?, true, ?
# -> sure ?, ?, ?
# -> sure ?, ?, ?, ?, ?, ?, ?
# -> maybe :safe
# -> sure ?
# -> sure ?
