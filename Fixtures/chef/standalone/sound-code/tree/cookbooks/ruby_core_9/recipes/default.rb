log 10.digits.to_s
log 10.pow(2, 3).to_s
log 3.7.floor.to_s
log 1.0.to_r.to_s
log 5.clamp(1, 3).to_s
log 5.between?(1, 10).to_s
log Integer('5').to_s
log Float('5.5').to_s
log Array(nil).to_s
log String(5)
log Rational('1/2').to_s
log :a.to_proc.call('x').to_s rescue nil
