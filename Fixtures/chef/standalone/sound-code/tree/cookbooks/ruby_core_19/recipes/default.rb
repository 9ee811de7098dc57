log nil & true rescue nil
log true.to_s
log (true ^ false).to_s
