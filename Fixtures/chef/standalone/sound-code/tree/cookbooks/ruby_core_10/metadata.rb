name 'ruby_core_10'
version '1.0.0'
chef_version '>= 16'
