u = shell_out('x').stdout
a = []
a.concat(u.lines)
raise 'none' if a.empty?
b = []
b.replace(u.lines)
raise 'none' if b.empty?
c = [1]
c.fill(u)
raise 'one' if c == [1]
d = [1]
d.delete(u)
raise 'one' if d == [1]
e = {}
e.replace(JSON.parse(u))
raise 'none' if e.empty?
f = {}
Chef::Mixin::DeepMerge.deep_merge!(JSON.parse(u), f)
raise 'none' if f.empty?
g = {}
u.lines.each_with_object(g) { |l, acc| acc[l] = 1 }
raise 'none' if g.empty?
h = {}
u.lines.inject(h) { |acc, l| acc[l] = 1; acc }
raise 'none' if h.empty?
s = +''
s << u
raise 'none' if s.empty?
t = +''
t.concat(u)
raise 'none' if t.empty?
w = +''
w.replace(u)
raise 'none' if w.empty?
x = +''
x.prepend(u)
raise 'none' if x.empty?
y = +''
y.insert(0, u)
raise 'none' if y.empty?
z = +'abc'
z.sub!('abc', u)
raise 'same' if z == 'abc'
zz = +'abc'
zz['abc'] = u
raise 'same' if zz == 'abc'
k = {}
k.store(u, 1)
raise 'none' if k.empty?
k2 = {}
k2[u] = 1
raise 'none' if k2.empty?
m = { a: 1 }
m.delete(u)
raise 'one' if m.key?(:a)
n = [1, 2]
n.delete_at(u.to_i)
raise 'two' if n.size == 2
o = [1, 2]
o.delete_if { |q| q == u.to_i }
raise 'two' if o.size == 2
p1 = [1, 2]
p1.map! { |q| u }
raise 'two' if p1 == [1, 2]
q1 = {}
q1.merge!(JSON.parse(u))
raise 'none' if q1.empty?
