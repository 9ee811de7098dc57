# Literals of strings and what becomes of them.
name = 'world'
puts "hello #{name} #{1 + 1} #{:sym} #{nil} #{[1, 'a', :b, nil]} #{{ a: 1 }}"
puts 'single #{name} \' \\ \n'
puts "esc \t tab \u00e9 \x41 \101 \e[0m".inspect
puts %q(a (nested) b), %Q(a #{name}), %w(a b#{name} c).inspect, %W(a b#{name} c).inspect, %i(a b).inspect
text = <<~EOT
  first #{name}
    indented
  last
EOT
puts text
raw = <<-'EOT'.strip
    raw #{name}
    EOT
puts raw
puts [<<~A, <<~B].inspect
  one
A
  two
B
puts 'a' 'b' "c#{1}"
s = +'abc'
s << 'def'
s.concat('g')
t = s
t << '!'
puts s, s.equal?(t), s.dup.equal?(s)
puts s[0], s[-1], s[1..2], s[1, 3], s[/d.f/], s['ef'].inspect, s['zz'].inspect
puts "%s is %d and %.2f %05d %-5s| %x %%" % ['x', 3, 2.5, 42, 'ab', 255]
puts format('%<a>s-%{b}', a: 1, b: 2)
puts 'abc' =~ /b/, $~[0], $`, $'
if 'john smith' =~ /(?<first>\w+) (?<last>\w+)/
  puts $~[:first], $2
end
puts 'a-b_c'.tr('-', '_').gsub('_', '::').gsub(/[ac]/) { |m| m.upcase }
puts 'hello world'.gsub(/o(.)?/) { "<#{$1}>" }
puts 'path/to/file.rb'.split('/').last.sub(/\.rb\z/, '')
puts 'x'.inspect, :x.inspect, :'a b'.inspect, nil.inspect, 1.5.inspect, 1e20.inspect, 100.0.to_s, 1e-5.to_s
puts 'abc'.upcase.downcase.capitalize.reverse.center(9, '*')
puts 'a,b;c'.split(/[,;]/).inspect, 'abc'.chars.inspect, "a\nb\n".lines.inspect
puts "caf\u00e9".length, "caf\u00e9".bytesize, "caf\u00e9".upcase
puts 'abc'.start_with?('ab'), 'abc'.end_with?('x'), 'abc'.include?('b'), 'abc'.index('c')
puts 'a'.ord, 97.chr, 'az'.succ, 'abc' <=> 'abd', 'a' * 3, 'abc'.hash == 'abc'.hash
puts "multi
line"
puts "a\
b"
puts __FILE__.end_with?('strings.rb'), __LINE__
puts :a.to_proc.call('x') rescue puts 'no a'
puts "tic#{"nested #{"deep"}"}"
puts 'ab'.each_char.map { |c| c * 2 }.join('-')
puts '1.2.3'.split('.').map(&:to_i).inspect, '0x1A'.hex, '12abc'.to_i, 'abc'.to_i, '3.7'.to_f
