node.write(:default, 'z', 'y', 1)
node.unlink(:default, 'z')
node.rm('z', 'y')
node.rm_default('z')
node.default_unless['w']['v'] = 5
node.force_default!['q'] = 5
node.override!['b'] = 6
node.normal!['b'] = 6
node.consume_attributes('b' => 7)
node.automatic_attrs['h'] = 3
log node.each_value.to_a.length.to_s
log node.merged_attributes('a').inspect
