def t
  yield
rescue StandardError => e
  "#{e.class}: #{e.message}"
end
Point = Struct.new(:x, :y) do
  def dist
    x + y
  end

  def to_s
    "(#{x}, #{y})"
  end
end
p1 = Point.new(1, 2)
puts p1.x, p1.y, p1.dist, p1.to_s, p1.inspect, p1 == Point.new(1, 2), p1.to_a.inspect, p1.to_h.inspect, p1.members.inspect, p1[0], p1[:y], p1["x"], Point.members.inspect, Point.new(1).y.inspect, p1.each.to_a.inspect, p1.is_a?(Struct), p1.respond_to?(:x), p1.size, p1.values.inspect
p1.x = 10
p1[:y] = 20
puts p1.inspect, p1.dig(:x), t { Point.new(1, 2, 3) }, t { p1[:z] }, t { p1[5] }, p1.dup.x
Conf = Struct.new(:host, :port, keyword_init: true)
c = Conf.new(host: "h", port: 80)
puts c.host, c.port, c.to_h.inspect, c.inspect, t { Conf.new(bad: 1) }, Conf.new(host: "a").port.inspect
class Sub < Struct.new(:a)
  def double
    a * 2
  end
end
puts Sub.new(4).double, Sub.new(1) == Sub.new(1), p1.map { |v| v }.inspect, p1.sum, p1.each_pair.to_a.inspect
x, y = *p1
puts x, y, p1.eql?(p1.dup)
