name 'ruby_core_14'
version '1.0.0'
chef_version '>= 16'
