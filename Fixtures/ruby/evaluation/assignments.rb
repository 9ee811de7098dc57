# Assignments of all forms.
a = 1
b = c = a + 1
p a, b, c
a, b = b, a
p [a, b]
a, *b = 1, 2, 3
p a, b
*a, b = [1, 2, 3]
p a, b
a, (b, *c), d = 1, [2, 3, 4], 5
p [a, b, c, d]
a, b = nil
p [a, b]
first, = [7, 8]
p first
x = *1..3
p x
x = 1, 2
p x
x += [3]
p x
n = nil
n ||= 5
n &&= n + 1
n -= 2
n *= 3
n **= 2
n %= 100
n <<= 2
n |= 1
p n
h = {}
h[:a] ||= []
h[:a] << 1
h[:a] += [2]
h[:b] = h[:c] = 3
p h
class Box
  attr_accessor :value, :other
end
box = Box.new
box.value = 1
box.value += 4
box.other ||= 'x'
box.value, box.other = box.other, box.value
p box.value, box.other
box&.value = 3
p box&.value
none = nil
none&.value = compute_nothing_at_all
p none&.value
@ivar ||= 3
p @ivar
$global = [1]
$global << 2
p $global
A ||= 1
A2 = 2
p A + A2
def swap((a, b), c = 4)
  [b, a, c]
end
p swap([1, 2])
[[1, [2, 3]], [4, [5, 6]]].each { |x, (y, z)| p [x, y, z] }
i = 0
i += 1 while i < 10
p i
