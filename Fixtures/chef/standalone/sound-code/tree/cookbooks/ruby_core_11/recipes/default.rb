log Class.new(String).new('a').to_s
log Comparable.instance_method(:<).to_s
log Kernel.respond_to?(:fork).to_s
log Object.new.singleton_class.to_s
log eval('1 + 1').to_s
log instance_eval { 5 }.to_s
log [1, 2].then { |a| a }.to_s
log 5.tap { |x| x }.to_s
log rand(5).to_s
log srand.to_s
log `ls`
log %x(ls)
