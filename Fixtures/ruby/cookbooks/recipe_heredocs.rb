file '/a' do
  content <<EOS
plain #{node['a']} and #{<<INNER.strip} end
inner #{1 + 1}
INNER
last \
joined
EOS
end
file '/b' do
  content(<<-'RAW' + <<~"DOC" + <<~`CMD`)
    raw \n #{x}
    RAW
      two
    four

	tab
  DOC
    echo #{node['b']}
  CMD
end
x = [<<~A, 1, <<~B.lines.map(&:strip), { k: <<~C }]
  a
A
  b
   b
B
  c
C
method <<~ONE
  #{1} of a line
    kept
  \tescaped
ONE
  .upcase
call(<<~X) do |y|
  text
X
  y
end
