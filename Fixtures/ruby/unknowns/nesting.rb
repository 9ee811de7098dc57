# Conditions in conditions, and methods that end in several ways.
def choose(kind)
  if unknown?
    if kind == :a
      raise 'never a' if unknown?
      return 1
    end
    declare :inner
  end
  2
end
declare choose(:b), choose(:a)
state = { count: 0 }
bump = -> { state[:count] += 1 }
if unknown?
  bump.call
  if unknown?
    bump.call
    declare state[:count]
  end
  declare state[:count]
else
  declare state[:count]
end
declare state[:count]
def deep(n)
  return declare(:bottom) if n == 0
  if unknown? then deep(n - 1) else deep(n - 1) end
end
deep(2)
a = []
if unknown?
  b = []
  b << 1
  declare b
end
[1, 2].each { |x| a << x if x > 0 }
declare a
def r(n) = unknown? ? r(n + 1) : n
declare r(0)
# -> maybe :inner
# -> sure 2, ?
# -> maybe 2
# -> maybe ?
# -> maybe 0
# -> sure ?
# -> maybe :bottom
# -> maybe :bottom
# -> maybe :bottom
# -> maybe :bottom
# -> maybe [1]
# -> sure [1, 2]
# -> sure ?
# possibly RuntimeError 5
