a = 'it''s ' "joined" ' text'
b = "tab\tquote\" back\\ hash \#{no} unicode \u00e9 \u{1F600 41} hex \x41 octal \101 ctl \C-a \M-a \cA"
c = %q(one (nested) 'two') + %Q[#{a} [b]] + %(plain) + %|bars|
d = "#{"#{'deep ' + "#{a}"}"} #{ { 'k' => "}" }['k'] }"
e = ?a + ?\n + ?é
f = "line \
continued"
g = "multi
  line #{[1, 2].map do |x| x * 2 end}"
h = :"dash-ed" == :'other' ? :[]= : :<=>
i = %w(a#{b} c\ d e\)) + %W(#{a}b c\td x#{1}y) + %i(one two) + %I(x#{1} y)
j = `uname -r`.chomp + %x(id -u)
k = "#@ivar #@@cvar #$global #$1 # not #"
l = 'single \' \\ \n'
m = "" '' %()
log [a, b, c, d, e, f, g, h, i, j, k, l, m].inspect
