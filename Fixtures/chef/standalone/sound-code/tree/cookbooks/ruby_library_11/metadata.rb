name 'ruby_library_11'
version '1.0.0'
chef_version '>= 16'
