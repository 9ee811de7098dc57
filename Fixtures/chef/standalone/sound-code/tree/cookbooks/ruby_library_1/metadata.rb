name 'ruby_library_1'
version '1.0.0'
chef_version '>= 16'
