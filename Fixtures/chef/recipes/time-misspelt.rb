#= sure 2 NoMethodError
log Time.nwo.to_s
