#= sure 3 refused expiration
inspec_waiver 'control-1' do
  expiration '30/06/2026'
end
