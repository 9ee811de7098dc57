log IPAddress('10.0.0.1/24').network.to_s
log IPAddress.valid?('10.0.0.1').to_s
