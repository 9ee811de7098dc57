name 'ruby_core_17'
version '1.0.0'
chef_version '>= 16'
