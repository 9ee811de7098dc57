result = [1, 2, 3].inject(:+) + [4].sum(&:-@) + 5.+(6) - 7.send(:*, 8)
x = [1] <=> [2]
y = { :+ => 1, :[] => 2, :! => 3, :a? => 4, :b! => 5, :c= => 6, :== => 7, :<< => 8, :** => 9 }
z = y.map(&:first).grep(:+).include? :[]
w = !x.nil? && !!z != true
v = x.class::NAME rescue x.class.name
u = self.then { |s| s.class }.if rescue nil
t = node.end.begin(1).class.for rescue []
s = %s(symbol) == :symbol
q = x ?y :z if false
p(*t, &nil)
p :a, :'b c', :"d#{1}", :e?
log "#{result}#{w}#{v}#{u}#{s}"
