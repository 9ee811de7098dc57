one = ->() { 1 }
two = -> x, y = 2 do x + y end
three = lambda do |a, (b, *c), d = 4, *e, f:, g: 7, **h, &i|
  [a, b, c, d, e, f, g, h, i]
end
four = proc { || 4 }
five = proc { |x, | x }
six = Proc.new do |x; y, z| y = x; z = y end
def seven; yield 1, *[2], three: 3 end
seven { |*a, **b| [a, b] }
seven do |a, b = (a * 2)|
  a | b
end
eight = [[1, [2, 3]]].each { |a, (b, c)| a + b + c }.map do |(a, _), i = 0| a end
nine = %w(a b).each_with_index.to_h { |x, i| [x.to_sym, i] }
ten = [1, 2, 3].each_cons(2).map { |a, b| b - a }.all? { |d| d == 1 } ? one.call : two.(1, 2)
log [three, four, five, six, eight, nine, ten].join(',') do
  level(one[] > 0 ? :info : :debug)
end
