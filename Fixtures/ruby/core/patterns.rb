def t
  yield
rescue StandardError => e
  "#{e.class}: #{e.message}"
end
puts "foo bar" =~ /bar/, $~[0], $`, $', "x1y2"[/\d/], ("abc" =~ /(b)(c)/) && $1 + $2, $3.inspect, "abc".match(/(?<first>a)(?<rest>.*)/)[:rest], $~[:first]
m = /(\w+)@(\w+)\.com/.match("me@host.com x")
puts m[0], m[1], m[2], m.pre_match.inspect, m.post_match.inspect, m.captures.inspect, m.to_a.inspect, m.begin(0), m.end(1), m.offset(2).inspect, m.size, m.names.inspect, m.inspect, m.to_s, m.values_at(1, 2).inspect, m.string, m[9].inspect
n = "2024-05".match(/(?<year>\d+)-(?<month>\d+)/)
puts n["year"], n[:month], n.named_captures.inspect, n.names.inspect, n.inspect, t { n[:nope] }
puts (/a/ === "cat"), (/a/ === nil), (/a/ === :cat), /a/.match?("b"), /a/.match("b").inspect, /a/i.match?("A"), /a.c/m.match?("a\nc"), /a.c/.match?("a\nc"), /a b/x.match?("ab"), /^b/.match?("a\nb"), /\Ab/.match?("a\nb"), /a$/.match?("a\nb"), /a\z/.match?("a\n"), /a\Z/.match?("a"), /\h+/.match("xyz1f")[0], /[[:alpha:]]+/.match("12é3")[0], /\p{Alpha}+/.match("1é")[0], /[^\s]+/.match(" ab c")[0], /\w+/.match("é1")[0], /a{2,3}/.match("aaaa")[0], /a{,2}/.match("aaa")[0], /(a|b)+?/.match("abab")[0], /\d{3}-\d{4}/.match("555-1234")[0], /x*/.match("aaa").to_a.inspect, /[\w.-]+/.match("a.b-c d")[0], /\//.match("a/b").pre_match, %r{/usr/(\w+)}.match("/usr/local")[1], /[a-z&&[^aeiou]]/.source
puts /ab+c/ix.inspect, /ab/.source, /ab/.to_s, /a\/b/.inspect, Regexp.escape("a.b*c?[x] y"), Regexp.new("a.c").match?("abc"), Regexp.new("A", Regexp::IGNORECASE).match?("a"), Regexp.union("a.b", /c/i).inspect, Regexp.union(%w[x y]).inspect, /a/ == /a/, /a/.eql?(/a/i), /(?<a>.)(?<b>.)/.names.inspect, Regexp.new("a", true).inspect, Regexp.escape("a-b\n"), /a/.options, /#{"x"}y/.source, /a#{/b/i}c/.source
case "hello123"
when /^\d+$/ then puts "digits"
when /^(?<word>[a-z]+)(\d+)$/ then puts "word #{$~[:word]}"
end
if "key = value" =~ /^(\w+)\s*=\s*(.*)$/
  puts $1, $2
end
if /(?<k>\w+)=(?<v>\w+)/ =~ "a=b"
  puts k, v
end
"a1b2c3".scan(/([a-z])(\d)/) { |l, d| print l, d, " " }
puts "aXbXc".gsub(/X(?<n>.)/) { $~[:n].upcase }, "test".gsub(/t/, "t" => "T"), "a,b;c".split(/[,;]/).inspect, "ab12".sub(/(?<l>[a-z]+)(?<n>\d+)/, '\k<n>\k<l>'), "x".gsub(/y/) { raise }, Regexp.last_match.inspect
puts "v1.2.3".match(/v(\d+)\.(\d+)/).captures.map(&:to_i).inspect, "ubuntu-20.04"[/\d+\.\d+/], "/dev/sda1"[/sd[a-z]/], "eth0: 10.0.0.1"[/(\d+\.){3}\d+/], "CamelCase".scan(/[A-Z][a-z]+/).inspect, "a\tb".split(/\s/).inspect, "key: 'v'"[/'(.*)'/, 1], "foo.bar".tr(".", "_")[/\A\w+\z/]
puts t { Regexp.new("[") }.split(":").first, t { Regexp.new("*") }.split(":").first, t { "a".match(nil) }, t { "a" =~ "a" }
