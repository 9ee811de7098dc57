package 'curl' do
  environment 'DEBIAN_PRIORITY' => 'critical'
end
