chef_gem 'aws-sdk' do
  gem_binary '/opt/chef/embedded/bin/gem'
  action :nothing
end
