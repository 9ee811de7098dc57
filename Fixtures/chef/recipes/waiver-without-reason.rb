#= sure 2 Chef::Exceptions::ValidationFailed
inspec_waiver_file_entry 'control-1' do
  expiration '2028-02-29'
end
