require 'set'
u = shell_out('x').stdout
s = Set.new
s.merge(u.lines)
raise '1' if s.empty?
s = Set.new(['a'])
s.delete(u)
raise '2' if s.include?('a')
s = Set.new
s << u
raise '2b' if s.empty?
a = ['x', u]
a.uniq!
raise '3' if a.size == 2
a = ['x', u]
a.compact!
raise '4' if a.size == 2
a = ['b', u]
a.sort!
raise '5' if a.first == 'b'
a = ['b', u]
a.flatten!
raise '6' if a.size == 2
t = +'abc'
t.gsub!(/b/) { u }
raise '7' if t == 'abc'
t = +'abc'
t.tr!('b', u)
raise '8' if t == 'abc'
t = +'abc'
t.slice!(u)
raise '9' if t == 'abc'
h = { a: 1 }
h.transform_values! { |v| u }
raise '10' if h[:a] == 1
h = { a: 1 }
h.keep_if { |k, v| u == 'x' }
raise '11' if h.size == 1
h = { a: 1, b: u }
h.compact!
raise '12' if h.size == 2
h = { a: 1 }
h.reject! { |k, v| u }
raise '13' if h.size == 1
h = {}
h[:k] ||= u
raise '14' if h.empty?
h = { a: 1 }
h.each { |k, v| h.delete(k) if u == 'x' }
raise '15' if h.empty?
raise '16' if h.size == 1
a = [3, 1]
a.sort_by! { |x| u }
raise '17' if a.first == 3
a = [3, 1]
a.select! { |x| u == 'x' }
raise '18' if a.size == 2
a = %w[a]
a.push(*u.lines)
raise '19' if a.size == 1
st = Struct.new(:a, :b).new(1, 2)
st[u] = 3
raise '20' if st.a == 1
st.a = u
raise '21' if st.a == 1
i = 0
u.lines.each { i += 1 }
raise '22' if i.zero?
u.lines.each_with_index { |l, n| i = n }
raise '23' if i.zero?
x = nil
u.each_line { |l| x ||= l }
raise '24' if x.nil?
x.strip
y = nil
u.lines.find { |l| y = l }
y.strip
loop do
  break if u == 'x'
  i += 1
end
raise '25' if i.zero?
while u != 'x'
  i += 1
  break if i > 3
end
raise '26' if i.zero?
z = []
begin
  z.replace(JSON.parse(u))
rescue StandardError
  z << 1
end
raise '27' if z.empty?
q = [[1, 2]]
q.each { |r| r.concat(u.lines) }
raise '28' if q == [[1, 2]]
raise '29' if q.first.size == 2
w = { a: [] }
w[:a].concat(u.lines)
raise '30' if w[:a].empty?
raise '31' if w == { a: [] }
raise '32' if w.values.flatten.empty?
log w.inspect
def fill(l, u)
  l.concat(u)
end
b = []
fill(b, u.lines)
raise '33' if b.empty?
c = []
c2 = c
c2.concat(u.lines)
raise '34' if c.empty?
d = b.dup
raise '35' if d.empty?
e = [].concat(u.lines)
raise '36' if e.empty?
f = Array(u.lines)
raise '37' if f.empty?
g = [*u.lines]
raise '38' if g.empty?
k = "#{u}"
raise '39' if k.empty?
m = { 'a' => 1 }.merge(JSON.parse(u))
raise '40' if m.size == 1
n = %w[a b]
n.delete_if { |o| ::File.exist?("/#{o}") }
raise '41' if n.empty?
raise '42' if n.size == 2
n = %w[a b]
n.reject { |o| ::File.exist?("/#{o}") }.each { |o| n.delete(o) }
raise '43' if n.empty?
raise '44' if n.size == 2
