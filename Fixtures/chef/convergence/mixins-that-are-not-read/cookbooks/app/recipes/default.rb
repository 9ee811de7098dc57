thing = AppTool.new
thing.digest('/x')
thing.path('/y')
AppTool.named('a_b')
AppTool.new.class.name.upcase
fiel 'x'
