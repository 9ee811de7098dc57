# Arrays and hashes, shared and changed.
a = [1, 2, *[3, 4], 5]
b = a
b << 6
p a, a.first(2), a[1..-2], a[-1], a[10], a.dig(0)
h = { 'a' => 1, b: 2, 3 => [4], nil => 5, "c-#{1}": 6 }
p h, h.keys, h[:zz], h.fetch('a'), h.fetch(:q, 9), h.fetch(:q) { |k| k.to_s }
d = Hash.new { |hash, k| hash[k] = k * 2 }
d[2]
p d, d.key?(2), d.to_a
z = Hash.new(0)
%w(a b a).each { |w| z[w] += 1 }
p z, z.sort_by { |k, v| [-v, k] }, z.max_by { |_, v| v }
x = { a: { b: { c: 1 } } }
p x[:a][:b][:c], x.dig(:a, :b, :c), x.dig(:q, :r)
m = { a: 1 }.merge(b: 2) { |k, o, n| o + n }
m.merge!({ a: 5 }) { |k, o, n| o + n }
p m, m.select { |k, v| v > 2 }, m.reject { |k, v| v > 2 }, m.map { |k, v| [k, v] }.to_h, m.invert, m.any? { |k, v| v == 6 }
p m.each_with_object({}) { |(k, v), o| o[v] = k }
m.each { |k, v| puts "#{k}=#{v}" }
m.each_pair { |pair| p pair }
m.delete(:a)
p m, m.empty?, m.size
p [3, 1, 2].sort, [1, 2, 3, 4].partition(&:even?), [1, [2, [3]]].flatten, [1, nil, 2].compact, [1, 1, 2].uniq
p (1..3).to_a, ('a'..'e').to_a, (1...4).sum, 1.upto(3).to_a, 3.downto(1).map { |i| i }, (1..3).include?(2)
p [1, 2, 3].zip([4, 5, 6]), [1, 2, 3].each_slice(2).to_a, [1, 2, 3].each_cons(2).to_a, [[1, 2], [3, 4]].transpose
p [1, 2, 3, 4].group_by { |v| v % 2 }, %w(a b).each_with_index.to_a, [1, 2, 3].inject(:+), [1, 2] + [3], [1, 2, 2] - [2], [1, 2] & [2], [1] | [2]
p [1, 2, 3].include?(2), [1, 2, 3].find { |v| v > 1 }, [1, 2, 3].index(2), [1, 2, 3].all? { |v| v > 0 }, [].none?, [1, 2, 3].take_while { |v| v < 3 }
p h.dup.tap { |q| q['n'] = 1 }.size, h.size
s = 'key'
hh = { s => 1 }
s << 'x'
p hh, hh['key']
deep = { list: [1] }
copy = deep.dup
copy[:list] << 2
p deep
p [1, 2] <=> [1, 3], [[2, 'b'], [1, 'a']].sort, [1, 2] == [1, 2], { a: 1 } == { a: 1 }, 1 == 1.0, 1.eql?(1.0)
p Array(nil), Array([1]), Array(1..2), Array({ a: 1 }), Array('a')
p Integer('12'), Float('1.5'), String(5)
nested = [1, [2, 3]]
q, (w, e) = nested
p q, w, e
p %w(a b c).each_with_object([]) { |v, acc| acc << v.upcase }
p [5, 3].minmax, [1, 2, 3].sum, [0.1, 0.2].sum.round(2), [1, 2, 3, 4, 5].each_slice(2).map(&:sum)
p({ a: nil }.compact, { a: 1, b: 2 }.slice(:a), { a: 1 }.transform_values { |v| v + 1 }, { a: 1 }.transform_keys(&:to_s), { a: 1, b: 2 }.find { |k, v| v == 2 })
i = 10
p i.zero?, i.even?, i / 3, i % 3, -7 / 2, -7 % 3, i.to_s(2), i.fdiv(4), 2**10, 7.0 / 2, 10.divmod(3), 3.7.floor, 3.2.ceil, 3.5.round, -3.7.truncate, 1_000
