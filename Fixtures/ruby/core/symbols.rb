puts :abc.to_s, :abc.inspect, :"a b".inspect, :abc.length, :abc <=> :abd, :a == :a, :a.to_proc.call("x") rescue puts "NoMethodError"
puts :abc[1], :abc.upcase.inspect, :abc.succ.inspect, :abc.start_with?("a"), :abc.end_with?("c"), :Abc.swapcase.inspect, :"foo?".inspect, :"foo=".inspect, :[]=.inspect, :"9a".inspect, :"foo-bar".inspect, :@iv.inspect, :$g.inspect, :+.inspect, :a.size, :a.empty?
puts %i[a b].inspect, { a: 1, "b c": 2 }.inspect, :a.to_sym.inspect, %w[a b].map(&:to_sym).inspect, [:b, :a].sort.inspect, [:b, :a].max.inspect, :a.frozen?, :"é".inspect, :a =~ /a/, :abc.match?(/b/)
