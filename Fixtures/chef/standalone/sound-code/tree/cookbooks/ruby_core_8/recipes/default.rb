log [1, 2].sum.to_s
log [1, nil].compact.to_s
log [[1, 2]].to_h.to_s
log [1, 2].zip([3, 4]).to_s
log %w(a b).product(%w(c d)).to_s
log [1, 2].cycle.first(3).to_s
log [1, 2, 3].each_slice(2).map(&:first).to_s
log [1].dig(0).to_s
log [1, 2].inject(:+).to_s
log (1..3).each_with_object([]) { |i, a| a << i }.to_s
log (1..10).step(2).to_a.to_s
log 1.step(10, 3).to_a.to_s
