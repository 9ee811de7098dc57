ruby_block 'a' do
  block do
    nosuch
  end
end
ruby_block 'b' do
  block { raise 'no' }
  only_if { ::Dir.exist?('/etc/x') }
end
