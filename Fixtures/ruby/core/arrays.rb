def t
  yield
rescue StandardError => e
  "#{e.class}: #{e.message}"
end
a = [1, 2, 3, 4, 5]
puts a.inspect, a.to_s, a.first, a.last, a.first(2).inspect, a.last(2).inspect, a[0], a[-1], a[10].inspect, a[1, 2].inspect, a[1..].inspect, a[1...-1].inspect, a[5].inspect, a[5, 1].inspect, a[6, 1].inspect, a[-2..].inspect, a[2..1].inspect, a.at(-1), a.fetch(1), a.fetch(10, "d"), a.fetch(10) { |i| i * 2 }, a.dig(0), a.values_at(0, 2, -1, 10).inspect, a.take(2).inspect, a.drop(3).inspect, a[..1].inspect
puts t { a.fetch(10) }, t { a.fetch(-10) }, t { a.first(-1) }, t { [1].dig(0, 1) }, t { [3, "a"].sort }, t { [nil, 1].min }, t { a + nil }, t { [1].freeze << 2 }, t { a.foo }, t { a.first("x") }, t { [1, 2].transpose }, t { [[1], [1, 2]].transpose }, t { Array.new(-1) }, t { a.combination }, t { [[1, 2], 3].to_h }, t { a["x"] }, t { [1, [2]].join + 1 }
b = [3, 1, 2]
puts b.sort.inspect, b.sort { |x, y| y <=> x }.inspect, b.sort_by { |x| -x }.inspect, b.max, b.min, b.sum, b.minmax.inspect, b.reverse.inspect, b.rotate.inspect, b.rotate(-1).inspect, b.max(2).inspect, b.min_by { |x| -x }, b.max_by { |x| -x }, %w[bb a ccc].sort_by(&:length).inspect, %w[b A c].sort_by(&:downcase).inspect, %w[bb a ccc].max_by(&:size), [1.5, 1].max, [0.1, 0.2, 0.3].sum, [1, 2.5].sum, ["a", "b"].sum(""), [[1], [2]].sum([]).inspect, [].sum, [].max.inspect
c = []
c << 1
c.push(2, 3)
c.unshift(0)
c.insert(2, "x")
c.concat([7, 8], [9])
puts c.inspect, c.pop, c.shift, c.pop(2).inspect, c.delete("x"), c.delete("zz").inspect, c.delete_at(0), c.inspect, c.length, c.size, c.empty?, [].empty?, c.clear.inspect
d = [1, 2, 3, 4]
d[1] = 20
d[6] = 7
puts d.inspect
d[0..1] = [9]
puts d.inspect
d[1, 2] = []
puts d.inspect, d.compact.inspect, d.fill(0).inspect, Array.new(3).inspect, Array.new(2, "a").inspect, Array.new(3) { |i| i * i }.inspect, Array(1..3).inspect, [*1..3, *[4]].inspect, d.slice!(0, 2).inspect, d.inspect, [1, 2, 3].fill { |i| i * 2 }.inspect
puts [1, [2, [3, [4]]]].flatten.inspect, [1, [2, [3]]].flatten(1).inspect, [1, nil, 2, nil].compact.inspect, [1, 1, 2].uniq.inspect, %w[a A b].uniq(&:downcase).inspect, [1, 2, 3].include?(2), [1, 2] + [3], ([1, 2, 3] - [2]).inspect, ([1, 2] & [2, 3]).inspect, ([1, 2] | [2, 3]).inspect, ([1, 2] * 2).inspect, [1, 2] * ",", ([1, 2] <=> [1, 3]), [1, 2] == [1, 2], [1, 2].eql?([1.0, 2]), [1, 2] == [1.0, 2.0], [1, 2].hash == [1, 2].hash
puts [1, 2, 3].map { |x| x * 2 }.inspect, [1, 2, 3].each_with_index.map { |x, i| x * i }.inspect, [1, 2, 3].map.with_index(1) { |x, i| [i, x] }.inspect, [1, 2, 3, 4].select(&:even?).inspect, [1, 2, 3].reject(&:odd?).inspect, [1, 2, 3, 4].partition { |x| x > 2 }.inspect, [1, 2, 3].inject(:+), [1, 2, 3].inject { |s, x| s * x }, [1, 2, 3].reduce(10) { |s, x| s + x }, [1, 2, 3].inject(2, :*), [[1, 2], [3, 4]].to_h.inspect, [1, 2].to_h { |x| [x, x.to_s] }.inspect, [1, 2, 3].each_slice(2).to_a.inspect, [1, 2, 3].each_cons(2).to_a.inspect, [1, 2, 3].each_with_object([]) { |x, acc| acc << x * 2 }.inspect, [1, 2].zip([3, 4], [5, 6]).inspect, [1, 2, 3].zip([1]).inspect, [1, 2, 3, 4].group_by(&:even?).inspect, %w[a b a].tally.inspect, [1, 2, 4, 5, 7].chunk_while { |x, y| y == x + 1 }.to_a.inspect, [1, 2, 4].slice_when { |x, y| y > x + 1 }.to_a.inspect, [1, 2, 3].flat_map { |x| [x, x] }.inspect, [1, nil, 3].filter_map { |x| x && x * 2 }.inspect, [1, 2, 3].take_while { |x| x < 3 }.inspect, [1, 2, 3].drop_while { |x| x < 2 }.inspect, [1, 2, 3].find { |x| x > 1 }, [1, 2, 3].detect { |x| x > 5 }.inspect, [1, 2, 3].find_index(2), [1, 2, 3].index { |x| x == 3 }, [1, 2, 1].rindex(1), [1, 2, 3].count(&:odd?), [1, 2, 2].count(2), [1, 2, 3].count
puts [1, 2].any?, [].any?, [nil].any?, [1, 2].all? { |x| x > 0 }, [].all?, [1, nil].all?, [].none?, [1].none? { |x| x > 1 }, [1, 2].one? { |x| x > 1 }, [1, "a"].any?(String), %w[ab cd].all?(/[a-d]/), [3, 4].none?(5), [1, 2, 3].sum { |x| x * 10 }, [1, 2, 3].minmax_by { |x| -x }.inspect, [1, 2, 3].each_entry.to_a.inspect, [4, 5].each_with_index.to_a.inspect, [1, 2, 3].cycle.first(5).inspect, [1, 2].cycle(2).to_a.inspect, %w[a b c].each_with_index.to_h.inspect, [1, 2, 3].reverse_each.to_a.inspect, [1, "a", :b].grep(String).inspect, %w[apple bob].grep(/^a/) { |x| x.upcase }.inspect, [1, "a"].grep_v(Integer).inspect, (1..6).each_slice(4).map(&:sum).inspect, [3, 1].minmax.inspect, [1, 2, 3, 4].chunk(&:even?).to_a.inspect
puts [1, 2].product([3, 4]).inspect, [1, 2, 3].combination(2).to_a.inspect, [1, 2, 3].permutation(2).count, [[1, 2], [3, 4]].transpose.inspect, [1, 2, 3, 4].each_slice(2).map(&:sum).inspect, [[1, :a], [2, :b]].assoc(2).inspect, [[1, :a]].rassoc(:a).inspect, [1, 2, 3].bsearch { |x| x >= 2 }, [1, 2].intersect?([2]), [1].union([2], [3]).inspect, [1, 2].difference([2]).inspect, [1, 2].intersection([2]).inspect
puts [1, [2, 3]].join(","), [nil, 1].join("-"), [].join.inspect, ["a", :b, 1.5, nil, true].join("|"), [1, "a", :b, nil, true, 1.5, [2], { a: 1 }, 1..2].inspect, [1, 2].to_a.equal?([1, 2]), %w[x y].join
e = [1, 2, 3, 4, 5, 6]
puts e.select! { |x| x > 1 }.inspect, e.select! { |x| x > 1 }.inspect, e.reject! { |x| x > 5 }.inspect, e.reject! { |x| x > 5 }.inspect, e.map! { |x| x * 2 }.inspect, e.delete_if { |x| x == 4 }.inspect, e.keep_if { |x| x < 10 }.inspect, e.uniq!.inspect, e.compact!.inspect, e.flatten!.inspect, e.sort! { |x, y| y <=> x }.inspect, e.reverse!.inspect, e.sort_by! { |x| -x }.inspect, e.frozen?, e.freeze.frozen?, t { e << 1 }, t { e.map!(&:to_s) }
x, (y, *z), w = 1, [2, 3, 4], 5
puts x, y, z.inspect, w
first, *rest = [1, 2, 3]
puts first, rest.inspect
puts [[1, [2, 3]], [4, [5, 6]]].map { |m, (n, o)| m + n + o }.inspect, [[1, 2], [3, 4]].each_with_object({}) { |(k, v), h| h[k] = v }.inspect, [[1, 2]].each { |k, v| puts k + v }.inspect, [3, 5].each_with_index { |v, i| print v * i }.inspect
puts [1, 2, 3].lazy.map { |v| v * 2 }.select(&:even?).first(2).inspect, (1..Float::INFINITY).lazy.map { |v| v * 2 }.first(3).inspect, [1, 2, 3, 4].first(3).last, [1, 2, 3].to_enum.next, [4, 5].each.with_index(1).to_a.inspect, [4, 5].each_with_index.select { |v, i| i > 0 }.inspect, %w[a b].each_with_index.map { |s, i| "#{i}#{s}" }.join(","), [1, 2, 3].each_cons(2).map { |p, q| q - p }.inspect
g = [1]
g << g
puts g.inspect, [0.1, 1e20].inspect, ["a\n"].inspect, [[]].inspect, [nil].to_s, [1, 2, 3].dup.push(4).inspect
puts (1..6).each_slice(2).with_index.map { |pair, i| pair.sum * i }.inspect, %w[x y].each_with_index.to_a.flatten.inspect, [3, 1, 2].sort.reverse.inspect, [[2, "b"], [1, "a"]].sort.inspect, [[1, "b"], [1, "a"]].min.inspect, %w[10 9 8].map(&:to_i).max, ["b", "B", "a"].sort_by { |s| [s.downcase, s] }.inspect, [1, 2, 3, 4, 5].each_slice(2).to_h { |a, b| [a, b] }.inspect, [1, [2, nil]].flatten.compact.sum, [0.1] * 3 == [0.1, 0.1, 0.1], [nil, false, 1].compact.inspect, [1, 2] <=> [1], [[1, 2], [3]].inject(:+).inspect, ["a=1", "b=2"].map { |s| s.split("=") }.to_h.inspect, [1, 2, 3].values_at(0, 2).inspect, [1, 2, 3, 4].each_cons(3).map(&:sum).inspect, %w[a b c].each_slice(2).map(&:first).inspect, [5, 3].minmax.inspect, ([1, 2, 3] & []).inspect, [1, 2, 3].none? { |x| x > 3 }, [1, 2, 3].step rescue puts "NoMethodError"
puts [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].each_with_object(Hash.new(0)) { |x, h| h[x % 3] += 1 }.inspect, (1..20).to_h { |x| [x, x * x] }.select { |k, _| k > 18 }.inspect, (1..12).map { |x| "k#{x}" }.each_with_index.to_h.keys.last, [1, 2, 3].each_entry.map { |x| x + 1 }.inspect, Array.new(2) { [] }.each { |x| x << 1 }.inspect, [*"a".."c", *1..2].inspect, [[1, 2], [3, 4]].map { |(a, b)| a * b }.inspect, [1, 2, 3].partition(&:even?).map(&:size).inspect
