name 'ruby_core_7'
version '1.0.0'
chef_version '>= 16'
