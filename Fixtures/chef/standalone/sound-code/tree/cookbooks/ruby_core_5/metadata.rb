name 'ruby_core_5'
version '1.0.0'
chef_version '>= 16'
