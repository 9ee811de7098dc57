name 'ruby_core_8'
version '1.0.0'
chef_version '>= 16'
