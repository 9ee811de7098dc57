#= sure 3 refused expiration
inspec_waiver_file_entry 'control-1' do
  expiration '2026-02-30'
end
