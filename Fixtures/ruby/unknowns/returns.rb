# A way out that may have been taken makes the rest of what it leaves uncertain.
def early(x)
  return 1 if unknown?
  declare :rest
  2
end
r = early(1)
declare r
def both
  if unknown?
    return 3
  else
    return 3
  end
  declare :never
end
declare both
def mixed
  [1, 2, 3].each do |v|
    return :found if unknown?
    declare v
  end
  :none
end
declare mixed
a = 0
[1, 2].each do |v|
  next if unknown?
  a = v
  declare :after_next
end
declare a
[1, 2].each do |v|
  break if unknown?
  declare :after_break, v
end
declare :end
while unknown?
  declare :loop
  a += 1
end
declare a
n = 0
loop do
  n += 1
  break if unknown?
end
declare n
lamb = lambda { return 1 if unknown?; 1 }
declare lamb.call
catch(:tag) do
  throw :tag if unknown?
  declare :in_catch
end
declare :out
return if unknown?
declare :file
# -> maybe :rest
# -> sure ?
# -> sure 3
# -> maybe 1
# -> maybe 2
# -> maybe 3
# -> sure ?
# -> maybe :after_next
# -> maybe :after_next
# -> sure ?
# -> maybe :after_break, 1
# -> maybe :after_break, 2
# -> sure :end
# -> maybe :loop
# -> sure ?
# -> sure ?
# -> sure 1
# -> maybe :in_catch
# -> sure :out
# -> maybe :file
