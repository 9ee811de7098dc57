name 'ruby_core_2'
version '1.0.0'
chef_version '>= 16'
