log Fiber.new { 1 }.resume.to_s
log Enumerator.new { |y| y << 1 }.next.to_s
log Ractor.to_s rescue nil
log Method.to_s
log Proc.new { 1 }.call.to_s
log lambda { |x| x }.curry.to_s
log TracePoint.to_s
log BasicObject.to_s
log NilClass.to_s
log nil.to_a.to_s
log nil.to_h.to_s
log nil.inspect
