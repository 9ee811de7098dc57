#= sure 3 refused gem_binary
chef_gem 'aws-sdk' do
  gem_binary '/usr/bin/gem2.7'
  action :nothing
end
