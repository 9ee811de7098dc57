# Conditions, loops, case, exceptions.
def kind(x)
  case x
  when nil then 'nil'
  when Integer, Float then "number #{x}"
  when /^ab(c)?/ then "ab #{$1.inspect} #{$~[0]}"
  when 'x'..'z' then 'letter'
  when ->(v) { v.respond_to?(:each) && v.size > 2 } then 'long'
  when *[:a, :b] then 'symbol'
  when String
    'string'
  else
    'other'
  end
end
p kind(nil), kind(1), kind(2.5), kind('abc'), kind('ab'), kind('y'), kind([1, 2, 3]), kind(:b), kind('q'), kind(:c)
case
when 1 > 2 then p 1
when 2 > 1 then p 2
end
x = if false then 1 end
p x
p (true and not false), (nil or 3)
puts 'unless' unless nil
i = 0
until i >= 3 do i += 1 end
p i
begin
  i += 1
end while i < 10
p i
for a, b in [[1, 2], [3, 4]]
  next if a == 1
  p [a, b]
end
p a
r = while true
  break 5
end
p r
p (1..10).step(3).to_a
n = 0
loop do
  n += 1
  next if n == 2
  break if n > 3
end
p n
def risky(kind)
  yield if block_given?
  case kind
  when :arg then raise ArgumentError
  when :msg then raise 'plain'
  when :custom then raise Custom.new(5), 'custom message'
  when :type then Integer('x')
  when :zero then 1 / 0
  when :name then undefined_thing
  when :nomethod then nil.foo
  when :key then { a: 1 }.fetch(:b)
  when :frozen then 'a'.freeze << 'b'
  when :stop then raise StopIteration
  end
  :fine
rescue ArgumentError, TypeError => e
  "rescued #{e.class}: #{e.message}"
rescue ZeroDivisionError
  "zero #{$!.message}"
else
  :else
ensure
  puts "ensure #{kind}"
end
class Custom < StandardError
  attr_reader :code
  def initialize(code)
    @code = code
    super("code #{code}")
  end
end
p risky(:none), risky(:arg), risky(:type), risky(:zero)
[:msg, :custom, :name, :nomethod, :key, :frozen].each do |k|
  begin
    risky(k)
  rescue NoMethodError => e
    puts "no method: #{e.message} #{e.class}"
  rescue NameError => e
    puts "name: #{e.message.split(' for ').first}"
  rescue KeyError, FrozenError => e
    puts "#{e.class}: #{e.message}"
  rescue Custom => e
    puts e.message, e.code.inspect
  rescue => e
    puts "#{e.class} #{e.message}"
  end
end
tries = 0
begin
  tries += 1
  raise 'again' if tries < 3
  puts "after #{tries}"
rescue
  retry
end
p (Integer('zz') rescue 'fallback')
def ensure_order
  return 1
ensure
  puts 'ensured'
end
p ensure_order
begin
  begin
    raise 'inner'
  rescue => e
    raise ArgumentError, 'outer'
  end
rescue => e
  p e.message, e.cause.message
end
begin
  raise Class.new(StandardError), 'anonymous'
rescue => e
  p e.message
end
begin
  raise IOError
rescue StandardError => e
  p e.message, e.is_a?(IOError), e.class.superclass
end
begin
  [1, 2].first('x')
rescue TypeError => e
  p e.message
end
begin
  'a' + 1
rescue TypeError => e
  p e.message
end
begin
  1 + nil
rescue TypeError => e
  p e.message
end
begin
  1 + 'a'
rescue TypeError => e
  p e.message
end
begin
  [3, 'a'].sort
rescue ArgumentError => e
  p e.message
end
begin
  raise Exception, 'bare'
rescue StandardError
  p 'no'
rescue Exception => e
  p e.message
end
def nested
  [1, 2, 3].each do |v|
    begin
      next if v == 1
      return v
    ensure
      puts "v#{v}"
    end
  end
end
p nested
e = RuntimeError.new('boom')
p e.message, e.inspect
p __method__.inspect
def named; __method__; end
p named
