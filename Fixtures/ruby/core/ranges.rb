require "set"
def t
  yield
rescue StandardError => e
  "#{e.class}: #{e.message}"
end
r = (1..10)
puts r.to_a.inspect, (1...4).to_a.inspect, ("a".."e").to_a.inspect, r.include?(5), r.include?(11), r === 3, r.cover?(2..3), r.member?(10), (1...10).include?(10), r.first, r.last, r.first(3).inspect, r.last(3).inspect, r.min, r.max, r.sum, r.size, r.count, r.count(&:even?), r.step(3).to_a.inspect, (1.0..2.0).include?(1.5), ("a".."z").cover?("m"), r.inspect, r.to_s, (1...3).inspect, ("a".."c").inspect, (1..).first(2).inspect, (1..nil).inspect, (..5).include?(3), (5..1).to_a.inspect, r.begin, r.end, r.exclude_end?, (1...3).exclude_end?, r.each_slice(4).to_a.inspect, r.select(&:even?).inspect, r.inject(:*), r.each_with_index.map { |x, i| x * i }.sum, r.to_a.reverse.first, r.find { |x| x > 4 }, r.partition(&:odd?).inspect, r == (1..10), r.eql?(1..10), (1..3).map { |x| x * 2 }.inspect, (1..3).each_cons(2).to_a.inspect, (1..3).zip(4..6).inspect, (0.5..2.5).step(0.5).to_a.inspect, ("08".."11").to_a.inspect, ("y".."ab").to_a.inspect, (1..3).reduce(:+), (1..3).to_set.size, (1...1).to_a.inspect, ((1..10) % 3).to_a.inspect
puts t { (1..).to_a }, t { (1.5..2).to_a }, t { (nil..1).each { } }, t { (1..2).first(-1) }, t { Range.new(1, 2, true).inspect }, t { (1..3).step(0) { } }, t { (1..).last }, t { ("a".."c").sum }
case 5
when 1..3 then puts "low"
when 4..6 then puts "mid"
end
(1..3).each { |i| print i }
(1..10).step(4) { |i| print i, "," }
puts
