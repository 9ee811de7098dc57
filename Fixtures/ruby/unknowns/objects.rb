# What a branch changes in shared objects is merged, too.
list = [1]
same = [1]
hash = { a: 1 }
text = +'a'
class Box
  attr_accessor :value, :other
end
box = Box.new
box.value = 1
$kept = 1
if unknown?
  list << 2
  same << 2
  hash[:a] = 2
  text << 'b'
  box.value = 2
  box.other = 3
  $kept = 2
  declare list, text, hash, box.value
else
  declare list, same, text, hash, box.value, $kept
  same.push 2
  box.other = 3
end
declare list, same, text, hash[:a], hash.keys, box.value, box.other, $kept
list = [4]
list << 5
declare list, list.size
# -> maybe [1, 2], "ab", {:a=>2}, 2
# -> maybe [1], [1], "a", {:a=>1}, 1, 1
# -> sure ?, [1, 2], ?, ?, [:a], ?, 3, ?
# -> sure [4, 5], 2
