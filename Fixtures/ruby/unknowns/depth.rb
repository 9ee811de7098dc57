# Values that hold each other as deep as the limits let them are let go of one by one.
x = []
100000.times { x = [x] }
y = {}
20000.times { y = { a: y } }
declare x.size, y.size
x = nil
y = nil
declare :released
# -> sure 1, 1
# -> sure :released
