name 'app'
version '1.0.0'
chef_version '>= 12' if Chef::VERSION.to_f >= 12
