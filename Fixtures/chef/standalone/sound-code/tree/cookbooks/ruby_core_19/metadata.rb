name 'ruby_core_19'
version '1.0.0'
chef_version '>= 16'
