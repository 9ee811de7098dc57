require "set"
def t
  yield
rescue StandardError => e
  "#{e.class}: #{e.message}"
end
puts nil.to_s.inspect, nil.to_a.inspect, nil.to_i, nil.inspect, nil.to_h.inspect, nil & true, nil | 1, true & 1, true ^ true, false | nil, true.to_s, false.inspect, !nil, nil == false, nil.nil?, 1.nil?, true.class, nil.class, nil.to_f, true && 5, nil || 6
puts 5.then { |x| x + 1 }, [1, 2].tap { |a| print a.size }.inspect, 5.itself, "a".dup, "a".clone, "a".freeze.frozen?, [1].frozen?, :a.frozen?, nil.frozen?, 1.instance_of?(Integer), [].is_a?(Enumerable), {}.is_a?(Hash), "".kind_of?(Comparable), [].respond_to?(:each), [].respond_to?(:nope), 5.send(:+, 3), "abc".public_send(:upcase), "a".method(:upcase).call, [1, 2].map(&10.method(:+)).inspect, 3.instance_variables.inspect, String === "a", Integer === 1, (1..2) === 1, Comparable === 1, Array === nil, [1, 2, 3].sum.class
puts t { nil.upcase }, t { nil["a"] }, t { raise "boom" }, t { raise ArgumentError }, t { raise ArgumentError, "bad" }, t { [].fetch(1) }, t { Integer("q") }, t { :a.unknown }, t { nope }, t { nope() }, t { Nope }
class Version
  include Comparable
  attr_reader :n

  def initialize(n)
    @n = n
  end

  def <=>(other)
    n <=> other.n
  end

  def to_s
    "v#{n}"
  end

  def inspect
    "#<V #{n}>"
  end
end
a, b = Version.new(1), Version.new(2)
puts a < b, a == Version.new(1), a.between?(a, b), a.clamp(b, b), [b, a].sort.map(&:to_s).inspect, [a, b].max, [a, b].min.inspect, a != b, a >= b, [a].inspect, "#{a}", { k: a }.inspect, [b, a].minmax.inspect
class Bag
  include Enumerable

  def initialize(*items)
    @items = items
  end

  def each(&block)
    @items.each(&block)
    self
  end
end
bag = Bag.new(3, 1, 2)
puts bag.sort.inspect, bag.map { |x| x * 2 }.inspect, bag.include?(2), bag.first, bag.first(2).inspect, bag.min, bag.max, bag.sum, bag.reduce(:+), bag.to_a.inspect, bag.select(&:odd?).inspect, bag.each_with_index.to_a.inspect, bag.sort_by { |x| -x }.inspect, bag.entries.inspect, bag.count, bag.find { |x| x > 1 }, bag.each_slice(2).to_a.inspect, bag.inject { |m, x| m + x }, bag.partition { |x| x > 1 }.inspect, bag.group_by(&:odd?).inspect, bag.zip([1, 2, 3]).inspect, bag.min_by { |x| -x }, bag.reject(&:odd?).inspect, bag.each_cons(2).to_a.inspect, bag.to_set.size, bag.tally.inspect, bag.lazy.map { |x| x + 1 }.to_a.inspect, bag.each_entry.to_a.inspect, bag.reverse_each.to_a.inspect, bag.any? { |x| x > 2 }, bag.take_while { |x| x > 2 }.inspect, bag.each_with_object([]) { |x, acc| acc << x }.inspect
e = Enumerator.new do |y|
  y << 1
  y << 2
  y.yield 3
end
puts e.next, e.next, e.peek, e.next, t { e.next }, e.to_a.inspect, e.map { |x| x + 1 }.inspect, e.first(2).inspect, e.with_index.to_a.inspect, e.size.inspect, e.include?(3), e.lazy.select(&:odd?).first(1).inspect, e.each_slice(2).to_a.inspect, [1, 2].each.class, [4, 5].each.next, [1, 2].each.inspect, (1..3).each_slice(2).inspect
f = Enumerator.new { |y| n = 0; loop { y << (n += 1) } }
puts f.first(3).inspect, f.take(2).inspect, f.lazy.map { |x| x * 2 }.select { |x| x % 3 == 0 }.first(2).inspect, f.find { |x| x > 4 }, f.take_while { |x| x < 4 }.inspect, f.each_with_index.first(2).inspect
puts format("%-5s|%5.1f", "ab", 1.25), Array(1..3).inspect, [[1, 2], [3]].sum { |x| x.size }, Integer("12") + Float("1.5"), String(nil).inspect, Array("a\nb").inspect, Hash([]).inspect, loop { break 5 }, [3, 4].each_with_index.max.inspect, %w[a b].cycle.lazy.map(&:upcase).first(3).inspect
print "a", "b", 1, nil, "\n"
p 1, "two", nil
p
p [1]
puts [1, [2, [nil]]], []
puts nil, true
$stdout.puts "x" if false
puts [nil].inspect, [[], [nil]].to_s
add = lambda { |a, b, c| a + b * c }
puts add.curry[1][2][3], add.curry[1, 2][3], add.curry.(1).(2, 3), proc { |a, b| [a, b] }.curry[1][2].inspect
puts lambda { |*a| a.inspect }.curry(2)[1][2], lambda { |a, b = 2| a + b }.curry[5], lambda { 7 }.curry.call
puts (raise "seen" rescue $!.message), $!.inspect
plain = Module.new { def hello; "hello"; end }
told = Module.new { def self.extended(other); puts "extended #{other.class}"; end }
puts Object.new.extend(plain, told).hello
