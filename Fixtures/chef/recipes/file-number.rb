#= sure 2 TypeError
IO.read(5)
