#= sure 2 TypeError
Dir.mkdir(nil)
