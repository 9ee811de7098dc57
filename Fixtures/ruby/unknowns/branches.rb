# Both branches of an unknown condition run; equal values stay.
a = 1
b = 1
c = 1
if unknown?
  a = 2
  b = 3
  declare :then
else
  a = 2
  declare :else
end
declare a, b, c
d = unknown? ? 5 : 5
e = unknown? ? 5 : 6
declare d, e
declare :modifier if unknown?
declare :last
x = unknown? && 4
y = unknown? || 4
declare x, y
# -> maybe :then
# -> maybe :else
# -> sure 2, ?, 1
# -> sure 5, ?
# -> maybe :modifier
# -> sure :last
# -> sure ?, ?
