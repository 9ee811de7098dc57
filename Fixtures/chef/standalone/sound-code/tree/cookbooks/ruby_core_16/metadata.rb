name 'ruby_core_16'
version '1.0.0'
chef_version '>= 16'
