def t
  yield
rescue StandardError => e
  "#{e.class}: #{e.message}"
end
h = { a: 1, "b" => 2, 3 => [4], nil => nil }
puts h.inspect, h.to_s, h[:a], h["b"], h[:zz].inspect, h[nil].inspect, h.length, h.size, h.keys.inspect, h.values.inspect, h.key?(:a), h.has_key?("b"), h.include?(3), h.member?(4), h.value?(2), h.has_value?(9), h.key(2), h.key(99).inspect, h.fetch(:a), h.fetch(:x, 0), h.fetch(:x) { |k| k.to_s }, h.dig(3, 0), h.values_at(:a, :x).inspect, h.empty?, {}.empty?, h.to_a.inspect, h.first.inspect, h.first(2).inspect, h.count, h.any?, h.assoc(:a).inspect, h.fetch_values(:a, "b").inspect
puts t { h.fetch(:x) }, t { h.fetch("x") }, t { h.fetch_values(:q) }, t { { a: 1 }.freeze[:b] = 1 }, t { { a: 1 }.dig(:a, :b) }, t { h.foo }, t { { a: 1 }.merge(1) }, t { {}.fetch(:a, 1, 2) }, t { nil[:a] }, t { { a: 1 }.freeze.delete(:a) }
puts h.map { |k, v| [k, v].inspect }.join(" "), h.select { |k, v| v }.inspect, h.reject { |k, v| v }.inspect, h.find { |k, v| v == 2 }.inspect, h.min_by { |k, v| v.to_s }.inspect, h.sort_by { |k, v| k.to_s }.inspect, h.partition { |k, v| v }.inspect, h.each_with_index.map { |(k, v), i| "#{k}#{i}" }.join, h.group_by { |k, v| v.class.to_s }.inspect, h.sum { |k, v| v.is_a?(Integer) ? v : 0 }, h.all? { |k, v| k }, h.each_with_object([]) { |(k, v), acc| acc << k }.inspect, h.inject(0) { |s, (k, v)| s + (v.is_a?(Integer) ? v : 0) }, h.flat_map { |k, v| [k] }.inspect, h.filter_map { |k, v| k if v }.inspect, h.reduce([]) { |acc, (k, v)| acc << v }.inspect, h.count { |k, v| v }, h.each_slice(2).to_a.inspect, h.zip([1]).inspect, h.none? { |k, v| v == 100 }, h.max_by { |k, v| v.to_s }.inspect, h.to_a.flatten(1).inspect
a = { x: 1, y: 2 }
puts a.merge({ y: 3, z: 4 }).inspect, a.merge({ y: 3 }) { |k, o, n| o + n }.inspect, a.merge.inspect, a.merge({ q: 1 }, { r: 2 }).inspect, a.update(w: 9).inspect, a.invert.inspect, a.transform_values { |v| v * 2 }.inspect, a.transform_keys(&:to_s).inspect, a.transform_keys({ x: :xx }).inspect, a.to_h { |k, v| [v, k] }.inspect, a.slice(:x, :nope).inspect, a.except(:x).inspect, a.filter { |k, v| v > 1 }.inspect, a.min_by { |_, v| v }.inspect, a.sort { |p, q| q[1] <=> p[1] }.inspect, a.sum { |_, v| v }, a.compact.inspect, { a: nil }.compact.inspect, a.each_pair.to_a.inspect, a.delete(:w), a.delete(:none).inspect, a.delete(:none) { |k| "no #{k}" }, a.inspect, a.dup.clear.inspect, a.key(1).inspect
a.each { |k, v| print k, v, ";" }
a.each_pair { |k, v| print k, v, ";" }
a.each_key { |k| print k }
a.each_value { |v| print v }
a.each { |pair| print pair.inspect }
puts
b = Hash.new(0)
b[:q] += 1
puts b.inspect, b[:zz], b.fetch(:zz, 5), b.default, b.key?(:zz), b.dig(:zz).inspect
c = Hash.new { |hash, k| hash[k] = k.to_s * 2 }
puts c[:ab], c.inspect, c.default_proc.class, Hash.new { |_, k| k }[5]
d = { b: 1, a: 2 }
puts d.sort.inspect, d.sort.to_h.inspect, d.min.inspect, d.sort_by { |k, v| v }.first.inspect, d.keys.sort.inspect, d.sum { |k, v| v }, d == { a: 2, b: 1 }, d.eql?({ b: 1, a: 2 }), d.to_a.transpose.inspect, d.find_all { |k, v| v > 1 }.inspect, d.each_with_index.to_a.inspect, d.shift.inspect, d.inspect, d.store("k", 1), d.inspect, d.select! { |k, v| true }.inspect, d.reject! { |k, v| v == 1 }.inspect, d.keep_if { |k, v| true }.inspect, d.delete_if { |k, v| false }.inspect, d.replace({ z: 1 }).inspect, d.transform_values!(&:to_s).inspect, d.transform_keys!(&:to_s).inspect, d.compact!.inspect, d.length, d.any? { |k, v| v == "1" }, d.sum { 1 }
puts({ "a" => { "b" => { "c" => 1 } } }.dig("a", "b", "c"), { a: [{ b: 2 }] }.dig(:a, 0, :b), { a: nil }.dig(:a, :b).inspect, Hash[[[1, 2]]].inspect, Hash[1, 2].inspect, { 1 => "a" }.map { |k, v| "#{k}=#{v}" }.join(","), { a: 1 }.to_a.inspect, { "x-y": 1, "z w" => 2, 1.5 => :s, nil => 1, [1] => {} }.inspect)
k = "key"
m = { k => 1 }
k << "x"
puts m.inspect, m["key"], m.keys.first.frozen?, m.frozen?, { a: 1, **{ b: 2 } }.inspect, { a: 1 }.merge({ "a" => 2 }).inspect
puts({ a: 1 } <= { a: 1, b: 2 }, { a: 1, b: 2 } >= { a: 1 }, { a: 1 }.filter_map { |q, v| q if v }.inspect, { a: 1, b: 2 }.each_with_index.map { |(q, v), i| [q, v, i] }.inspect, { a: 2 }.sum { |q, v| v }, { a: 1 }.to_proc.call(:a), { b: 1 }.group_by { |q, v| v }.inspect, %i[a b].zip([1, 2]).to_h.inspect, { a: 1 }.key?("a"), { 1 => 1 }[1.0].inspect, { a: 1 }.hash == { a: 1 }.hash)
deep = lambda { |p, q| p.merge(q) { |_, x, y| x.is_a?(Hash) && y.is_a?(Hash) ? deep.call(x, y) : y } }
puts deep.call({ a: { b: 1, c: 2 } }, { a: { c: 3 } }).inspect
n = {}
n[:self] = n
puts n.inspect
puts [{ a: [1, [2]], b: 3 }.flatten, { a: [1, [2]] }.flatten(2), { a: [1, [2]] }.flatten(-1), { a: 1 }.flatten(0)].inspect
