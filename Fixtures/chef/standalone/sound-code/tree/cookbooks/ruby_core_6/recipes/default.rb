log({}.to_json)
log [1].to_json
log 'a'.to_json
log 'a'.encode('UTF-8').force_encoding('ASCII').to_s
log 'abc'.unpack('C*').to_s
log [1].pack('C*')
log 'a'.unicode_normalize
log 'abc'.each_grapheme_cluster.to_a.to_s
log 'abc'.crypt('ab')
log 'a-b'.tr('-', '_')
log 'a'.blank? rescue nil
log 'FooBar'.scan(/[A-Z]/).to_s
