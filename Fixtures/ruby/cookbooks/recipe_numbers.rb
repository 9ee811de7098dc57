sizes = [1_024, 0xFF, 0b1010, 0o17, 017, 0d99, 1.5, 1e3, 2.5e-3, 3r, 2i, 1.5ri, -7, +7, - 7]
total = sizes.first(7).inject(0) { |sum, n| sum + n }
percent = total * 100 / 3 % 7 ** 2 ** 1
neg = -2 ** 2 + -2.abs - -3
bits = ~5 & 0xF | 1 << 2 ^ 3 >> 1
cmp = 1 <=> 2
ok = !(total == 3) && percent != 2 || !neg.nil? and not bits.zero?
near = total =~ /x/ || total !~ /y/ || 3 === total
r = (1..10), (1...10), ('a'..'z'), (1..), (..5)
sysctl 'vm.max' do
  value((node['memory']['total'].to_i / 2).clamp(1, 1 << 20))
  only_if { ok || near || cmp < 0 && r.any? }
end
