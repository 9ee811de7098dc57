file '/tmp/a' do
  only_if { node['no']['such'] }
end
