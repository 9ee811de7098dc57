name 'ruby_library_5'
version '1.0.0'
chef_version '>= 16'
