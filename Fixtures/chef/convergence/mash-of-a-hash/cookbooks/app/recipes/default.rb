mash = Mash.new(a: { b: 1 })
raise unless mash['a'] == { 'b' => 1 } && mash[:a][:b] == 1
raise unless mash.merge('c' => 2).keys == %w(a c)
raise unless Mash.new.empty? && Mash.new('x')['none'] == 'x'
