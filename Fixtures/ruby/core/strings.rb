# Each line shows one call; `t` shows what it raises.
def t
  yield
rescue StandardError => e
  "#{e.class}: #{e.message}"
end
s = "Hello, World"
puts s.length, s.size, s.bytesize, "".empty?, s.empty?
puts s.upcase, s.downcase, s.capitalize, s.swapcase
puts "éÀß".upcase, "ÉÀ".downcase, "élan".capitalize, "aÉ".swapcase
puts s.reverse, "añb".reverse, "".reverse.inspect
puts s[0], s[-1], s[100].inspect, s[0, 5], s[7..], s[7..-2], s[-5, 3], s[3..1].inspect, s[12..].inspect, s[13..].inspect
puts s[0...-1], s[/W\w+/], s[/(H)(e)/, 2], s["World"], s["nope"].inspect, s[0..0], s[..4]
puts "añb"[1], "añb"[1..], "añb"[-1], "日本語"[1], "日本語"[0, 2], "日本語".length, "日本語".bytesize
puts s + "!", "ab" * 3, "x" * 0
puts s.include?("World"), s.include?("world"), s.start_with?("Hell"), s.start_with?("a", "H"), s.end_with?("ld"), s.end_with?("x", "d")
puts s.start_with?(/h/i), s.start_with?(/W/)
puts s.index("o"), s.index("o", 5), s.index("z").inspect, s.index(/W/), s.rindex("o"), s.rindex("o", 5), s.rindex(/l/), s.index("o", -4)
puts s.sub("l", "L"), s.gsub("l", "L"), s.gsub(/o/) { |m| m.upcase }, s.gsub(/[eo]/, "e" => "3", "o" => "0"), s.gsub(/(l+)/, '<\1>'), s.gsub(/(?<x>o)/, '[\k<x>]')
puts "a.b.c".gsub(".", "-"), "path/to".gsub("/", "\\/"), "aaa".sub(/a/) { "b" }, "hello".gsub(/l*/, "-"), "hello".gsub(/x/, ""), "abc".gsub(/b/, '\0\0'), "abc".gsub(/(b)/, '\\\\1')
puts "John Smith".sub(/(\w+) (\w+)/, '\2 \1'), "a\nb\n".gsub(/^/, "  "), "x-y_z".gsub(/[-_]/, " "), "tel".gsub(/e/, "e" => nil)
puts "hello world".gsub(/o (?<first>w)/, '0 \k<first>'), "2024-01-02".gsub(/(\d+)-(\d+)-(\d+)/, '\3/\2/\1')
puts "hello".tr("el", "ip"), "hello".tr("a-y", "b-z"), "hello".tr("^l", "*"), "hello".delete("l"), "aabbcc".squeeze, "aabbcc".squeeze("a"), "hello".count("l"), "hello".count("a-z", "^l"), "hello".tr("l", ""), "a-b".tr("-", "_"), "aab".tr_s("a", "x")
puts "  x y ".strip.inspect, "  x ".lstrip.inspect, "  x ".rstrip.inspect, "x\n".chomp.inspect, "x\r\n".chomp.inspect, "x\n\n".chomp.inspect, "xy".chomp("y"), "xy".chop, "".chop.inspect, "x\0 ".strip.inspect, "\t\n x".strip
puts "a,b,,c,,".split(",").inspect, "a,b,,c,,".split(",", -1).inspect, "a,b,c".split(",", 2).inspect, " a  b ".split.inspect, "abc".split("").inspect, "a1b2".split(/\d/).inspect, "a1b2c".split(/(\d)/).inspect, "".split(",").inspect, " a b".split(" ").inspect, " a b c ".split(" ", 2).inspect, "a b c".split(" ", -1).inspect, "aXbXc".split("X").inspect, "a, b;c".split(/[,;]\s*/).inspect, "日本".split("").inspect, "abc".split(//, 2).inspect
puts "x".center(5, "*"), "x".ljust(3, "."), "x".rjust(3), "abc".center(2), "ab".rjust(5, "12"), "é".ljust(3, "-"), "x".center(4)
puts "a\nb\nc".lines.inspect, "a\nb\n".each_line.to_a.inspect, "a\nb".lines(chomp: true).inspect, "abc".chars.inspect, "ab".bytes.inspect, "aé".codepoints.inspect, "a--b".lines("--").inspect
puts "az".succ, "zz".succ, "a9".succ, "Az".succ, "zZ9".succ, "1.9".succ, "".succ.inspect, "-".succ, "a-9".succ, "<<koala>>".succ, "1.9.9".succ, "***".succ
puts "12abc".to_i, "abc".to_i, "0x1f".to_i(16), "1f".to_i(16), "11".to_i(2), "-12".to_i, " 42 ".to_i, "1_000".to_i, "0b11".to_i(0), "z".to_i(36), "12.5kg".to_f, "abc".to_f, "1e3".to_f, "1_0.5".to_f, ".5".to_f, "1.".to_f, "-0".to_f
puts "ff".hex, "0xff".hex, "777".oct, "0x1f".oct, "zz".hex
puts "abc".to_sym.inspect, "a b".to_sym.inspect, "abc".ord, "é".ord, "abc".sum, "abc".hash == "abc".hash
puts "abc" <=> "abd", "b" <=> "a", "a" <=> "a", ("a" <=> 1).inspect, "a" == "a", "a".eql?("a"), "a".equal?("a"), "a" == :a, "A".casecmp("a"), "A".casecmp?("a"), "a".casecmp("b")
puts "abc".insert(1, "X"), "abc".insert(-1, "X"), "abc".prepend("X", "Y"), "abc".replace("z"), "abc".concat("d", "e"), "abc".delete_prefix("a"), "abc".delete_suffix("c"), "abc".delete_prefix("x")
puts "a=b=c".partition("=").inspect, "a=b=c".rpartition("=").inspect, "abc".partition("x").inspect, "abc".rpartition("x").inspect, "a1b".partition(/\d/).inspect
puts "hello world".scan(/o/).inspect, "k1=v1;k2=v2".scan(/(\w+)=(\w+)/).inspect, "abc".scan(/x/).inspect, "aXbX".scan("X").inspect, "test".scan(/./) { |c| print c }
puts
puts "abc" =~ /b/, ("abc" =~ /z/).inspect, "abc".match(/(?<x>b)/)[:x], "abc".match?(/b/), "abc".match(/z/).inspect, "foo" !~ /o/, "日本語" =~ /語/
puts "%d apples" % 3, "%s and %s" % %w[a b], "%05.2f|%-5s|%+d" % [3.14159, "ab", 5], "%x %o %b %X %e" % [255, 8, 5, 255, 12345.678], "%%|%5s|%-5s|" % ["a", "b"], "%<a>d %{b}" % { a: 1, b: "x" }, "%c%c" % ["a", 66], "%p" % [nil], "%08b" % 37, "%.3s" % "abcdef", "%3d|%-3d|%03d" % [1, 2, 3], "%s" % nil, "%s" % [[1, 2]], "%#x %#o" % [255, 8], "%+.1e" % 0.00012, "%g %g" % [1e10, 0.0001], "%x" % -255, "% d" % 5, "%*d" % [5, 42], "%-10s|" % "hi", "%.2f" % 2.675, "%.0f" % 0.5, "%5.1f|" % 3.14159, "%s %s" % [:a, 1.0], "%1$s %2$s %1$s" % ["a", "b"], "%d" % 3.99, "%d" % "12", "%.10g" % 1234567.891
puts "a\tb\"c\\d\e\0\u00e9\u200b#{1}".inspect, 'a#{b}'.inspect, "\#$x".inspect, "#a".inspect, "\x7f\x01".inspect, "日本".inspect, "日本é".dump, "\r\n".inspect
puts "abc".frozen?, "abc".dup.frozen?, :a.to_s.frozen?, "abc".freeze.frozen?
puts t { "abc".freeze << "d" }, t { "abc" + nil }, t { "abc" + 1 }, t { "abc" * -1 }, t { "abc".center }, t { "%d" % "x" }, t { "%d" % nil }, t { "%s %s" % "a" }, t { "abc".to_i(99) }, t { "abc".foo }, t { "abc".fetch }, t { "abc"[nil] }, t { "a".ljust(5, "") }, t { "%z" % 1 }, t { "".ord }
a = "hello"
a[0] = "J"
puts a
a[1..2] = "E"
puts a
a["lo"] = "LO"
puts a
a[/E/] = "e"
puts a
puts t { a["zz"] = "x" }, t { a[100] = "x" }
b = "abc"
puts b.upcase!.inspect, b.upcase!.inspect, b, b.sub!("Z", "y").inspect, b.gsub!("A", "1").inspect, b.strip!.inspect, b.chomp!.inspect, b.squeeze!.inspect, b.slice!(0), b, b.tr!("B", "b"), b.delete!("x").inspect, b.reverse!, b.clear.inspect
puts "abc".each_char.to_a.inspect, "abc".each_char.with_index.map { |c, i| c * (i + 1) }.join, "ab".each_byte.to_a.inspect, "a".upto("e").to_a.join, "08".upto("11").to_a.inspect
puts "abc".encoding, "abc".force_encoding("UTF-8"), "abc".valid_encoding?, "é".ascii_only?, "abc".unpack("C*").inspect, ["abc"].pack("m").inspect, "YWJj\n".unpack1("m"), [97, 98].pack("C*"), ["616263"].pack("H*"), "abc".unpack1("H*"), [9731].pack("U*")
puts "CamelCaseString".gsub(/([A-Z])/) { "_" + $1.downcase }.sub(/^_/, ""), "snake_case_here".split("_").map(&:capitalize).join, "a-b".tr("-", "_").to_sym.inspect
puts "abc".between?("abb", "abd"), "b".clamp("c", "d"), "title case".split.map(&:capitalize).join(" "), "x".then { |x| x + "y" }
puts "line1\nline2".each_line.with_index(1).map { |l, i| "#{i}: #{l.chomp}" }.inspect
puts "ab\n".inspect, 'a\nb', "a" "b", %q(x'y), %Q(x#{1}y), <<~T
  heredoc
    indented
T
puts "abc".slice(0, 2), "abc".byteslice(1), "abc".getbyte(0), "é".byteslice(0, 2), "abc".chr, "%s" % true, "abc".sum, "a".ord.chr, 233.chr("UTF-8"), "ab".casecmp?("AB"), "abc".eql?("abd"), "abc".start_with?("")
puts [0.125, 2.5, 1.005, 0.45, 10.065, 99.995, 1e-7].map { |n| format("%.2f %.1f %.0f %f", n, n, n, n) }
puts "é".unpack("U*").inspect, "a b c".split(" ", 2).last, "a\u0301".length, "ÄÖ".downcase, "straße".upcase, "x".encode("UTF-8"), "tEST".capitalize, "%s" % "é".center(5, "."), "ab\u00e9"[2], "é" * 2, "naïve".index("v"), "naïve".sub("ï", "i"), "日本語テキスト".scan(/./).length, "ééé".tr("é", "e"), "über".delete("ü"), "señor".upcase, "ñ".succ, "caf\u00e9".reverse
puts "a,b;c d".split(/[,; ]/).inspect, "2001:db8::1".split(":").inspect, "k=v=w".split("=", 2).inspect, "one  two".split(/\s+/).inspect, "abc".each_char.with_object([]).to_a.length, "/a/b/".split("/").inspect, "a.b".split(".").inspect, "aaa".gsub("a") { |x| x.ord.to_s }, "path:/x:/y".split(":").map(&:strip).reject(&:empty?).join("|"), "Foo::Bar".split("::").last, "x=1&y=2".split("&").map { |q| q.split("=") }.to_h.inspect
puts "%-20s%s" % ["name", "value"], "%3d%%" % 50, "%s" % [nil], "%05s|" % "ab", "%+05d" % 3, "%x" % 3735928559, "%#b" % 5, "%e" % 0, "%.3e" % 123456, "%10.4f|" % 3.14159265, "%-10.2f|" % 2.5, "%s, %s" % { a: 1 }.first, "%2$s-%1$s" % %w[a b], "%<x>05.1f" % { x: 2.25 }, "%{a}-%{b}" % { a: nil, b: :c }
