def t
  yield
rescue StandardError => e
  "#{e.class}: #{e.message}"
end
puts 7 / 2, -7 / 2, 7 % 3, -7 % 3, 7.remainder(-3), -7.remainder(3), 7.divmod(2).inspect, -7.divmod(2).inspect, 7.fdiv(2), 7.0 / 2, 2**10, 2**0.5, 10.pow(3), 7.div(2.0), -7.5 % 2, 7.5.divmod(2).inspect
puts 1 + 2.0, 1 - 0.5, 3 * 1.5, 1 == 1.0, 1.eql?(1.0), 1 <=> 2, (1 <=> "a").inspect, 1.equal?(1), 5.between?(1, 10), 15.clamp(1, 10), 5.clamp(..3), -1.abs, -1.5.abs, 3.zero?, 0.zero?, 1.positive?, -1.negative?, 4.even?, 3.odd?
puts 255.to_s(16), 255.to_s(2), -255.to_s(36), 65.chr, 12345.digits.inspect, 10.gcd(4), 10.lcm(4), 5.pred, 5.succ, 5.next, 5.ord, 5.to_f, 5.bit_length, 6 & 3, 6 | 3, 6 ^ 3, ~6, 1 << 4, 256 >> 4, -1 >> 1, 5[0], 5[1]
puts 1.5.round, 2.5.round, -1.5.round, 1.4.round, 1.25.round(1), 1.35.round(1), 3.14159.round(2), 1234.round(-2), 1250.round(-2), 15.round(-1), -15.round(-1), 1.5.floor, -1.5.floor, 1.5.ceil, -1.5.ceil, 1.567.floor(2), 1.561.ceil(2), 1.9.to_i, -1.9.to_i, 1.9.truncate, 1234.567.round(-2), 2.5.round(half: :even), 0.1 + 0.2, 1e2.to_i, 0.5.round, 1.005.round(2), 10.0.round(2)
puts 1.0, 1e20, 1e15, 1e16, 123456789012345.0, 1234567890123456789.0, 1e-4, 1e-5, 0.1, 100.0, 1.0e100, -0.0, 3.0e-10, 2.5e+3, 1.23456789012345e+25, 5e-324, 1.7976931348623157e308, 100000000000000000.0
puts (0.0 / 0).nan?, 1.0 / 0, -1.0 / 0, (1.0 / 0).infinite?.inspect, 1.0.finite?, 1.0.nan?, Float::INFINITY, Float::EPSILON, Float::MAX, Float::MIN
puts Integer("42"), Integer("0x1f", 16), Integer("0b101"), Integer("0o17"), Integer("017"), Integer("1_000"), Integer("ff", 16), Integer(" 42 "), Integer(3.99), Integer("z", exception: false).inspect, Float("1.5"), Float("1e3"), Float(3), String(5), Array(nil).inspect, Array([1]).inspect, Array(1..3).inspect, Array("a").inspect, Array({ a: 1 }).inspect, Float("x", exception: false).inspect
puts t { Integer("abc") }, t { Integer("") }, t { Integer(nil) }, t { Integer([]) }, t { Float("abc") }, t { Float("") }, t { 1 / 0 }, t { 1 % 0 }, t { 1 + nil }, t { 1 + "a" }, t { 1 < nil }, t { 1 < "a" }, t { 1.foo }, t { nil + 1 }, t { Integer("1.5") }, t { Integer("08") }, t { 1.0.to_s(2) }, t { 5.upto }, t { [1, nil].max }, t { 3.times(1) }, t { Float::NAN.to_i }, t { 1.5 + nil }, t { 300.chr }
puts 3.times.to_a.inspect, 1.upto(3).to_a.inspect, 3.downto(1).to_a.inspect, 1.step(10, 3).to_a.inspect, 10.step(1, -4).to_a.inspect, 1.0.to_i, 5.times.map { |i| i * i }.sum, 1.step(by: 2, to: 7).to_a.inspect
puts Math.sqrt(16), Math::PI, Integer.sqrt(17), Math.log(1), Math.log2(8), Math.log10(1000), Math.hypot(3, 4), Math.cbrt(27)
puts 1.integer?, 1.0.integer?, 1.is_a?(Integer), 1.is_a?(Numeric), 1.is_a?(Comparable), 1.class, 1.0.class, 1.instance_of?(Integer), 1.respond_to?(:+), 1.nil?, 1.to_s.frozen?, 1.frozen?, 1.dup, 1.inspect, 1.to_i, 1.5.to_s, 10.fdiv(4), 7.pow(2), 1.coerce(2.5).inspect, 3.7 % 1, -3.7.truncate, 3.999.floor
puts format("%.2f", 1.005), format("%05d", 42), format("%+d", 3), format("%,d" , 1) rescue puts "ArgumentError"
puts format("%s-%03d", "a", 7), sprintf("%.1f%%", 45.678), format("%08.3f", 3.14159), format("%-8s|", "ab"), format("%3s|%3s", 1, 22)
puts 10.0.to_s, 10.50.to_s, 1e3.inspect, 1.23e-7.to_s, 12.0e10.to_s, (2**62).to_s, 4611686018427387904 + 1, 0x1F, 0b11, 0o17, 017, 1e3.to_i.to_s, 3.14.to_i, 1.1 * 3, 100.0 / 3, 1 / 3.0
puts [6.allbits?(2), 6.allbits?(3), 6.anybits?(3), 6.anybits?(1), 6.nobits?(1), -1.allbits?(255)].inspect
puts [Math.atan2(1, 2), Math.sinh(1.5), Math.cosh(0.5), Math.tanh(0.25)].map { |x| x.round(9) }.inspect
