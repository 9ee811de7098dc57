name 'ruby_core_4'
version '1.0.0'
chef_version '>= 16'
