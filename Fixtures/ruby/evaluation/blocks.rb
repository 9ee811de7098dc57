# Blocks, procs, lambdas and their parameters.
def each_pair_of(*list)
  return list.length unless block_given?
  list.each { |x| yield x, x * 2 }
  :done
end
p each_pair_of(1, 2)
p(each_pair_of(1, 2) { |a, b| puts "#{a} #{b}" })
add = ->(a, b = 10, *rest, key: 1, **others, &blk) { [a, b, rest, key, others] }
p add.call(1), add.(1, 2, 3, key: 4, z: 5), add[1, 2]
p add.arity, add.lambda?
pr = proc { |a, b| [a, b] }
p pr.call(1), pr.call(1, 2, 3), pr.call([4, 5])
p proc { |a| a }.call(1, 2), proc { |a,| a }.call([8, 9])
def ret
  [1, 2, 3].each { |x| return x if x == 2 }
  nil
end
p ret
p [1, 2, 3].each { |x| break x * 10 if x == 2 }
p [1, 2, 3].map { |x| next 0 if x == 2; x }
l = lambda { |x| return x * 2 }
p l.call(4)
def with_block(&block)
  block
end
b = with_block { |x| x + 1 }
p b.call(1)
p [1, 2].map(&b)
p %w(a b).map(&:upcase)
counter = 0
inc = -> { counter += 1 }
3.times { inc.call }
p counter
def opt(a, b = a + 1, *c, d, e:, f: e * 2, **g)
  [a, b, c, d, e, f, g]
end
p opt(1, 2, e: 3), opt(1, 2, 3, e: 3), opt(1, 2, 3, 4, 5, e: 1, f: 0, z: 9)
begin
  opt(1)
rescue ArgumentError => e
  puts e.message
end
begin
  opt(1, 2)
rescue ArgumentError => e
  puts e.message
end
begin
  add.call
rescue ArgumentError => e
  puts e.message
end
def none; end
begin
  none(1)
rescue ArgumentError => e
  puts e.message
end
def kw(a: 1); a; end
begin
  kw(b: 1)
rescue ArgumentError => e
  puts e.message
end
p kw(**{ a: 5 }), kw(**{})
def hash_last(h); h; end
p hash_last(a: 1, 'b' => 2)
def forward(...) = opt(...)
p forward(1, 2, e: 5)
def rest_only(*) = each_pair_of(*[1])
p rest_only(1, 2)
x = 5
[1].each { |i; x| x = i }
p x
p [1, 2, 3].each_with_index.map { |v, i| v * i }
p [3, 1, 2].sort_by { |v| -v }
p((1..4).inject { |s, v| s + v })
compose = ->(v) { v + 1 } >> ->(v) { v * 2 }
p compose.call(3)
p [1, 2, 3].sum { _1 * 2 }
p [[1, 2], [3, 4]].map { |a, b| a + b }
p({ a: 1, b: 2 }.map { |k, v| [k, v] })
def yielder
  yield 1, 2
  yield [3, 4]
end
yielder { |a, b| p [a, b] }
yielder { |a| p a }
yielder { |*a| p a }
def m(a, options = {})
  [a, options]
end
p m(1, x: 2), m(1)
catch(:found) do
  [1, 2].each { |v| throw :found if v == 1; puts 'never' }
end
p catch(:v) { throw :v, 7 }
