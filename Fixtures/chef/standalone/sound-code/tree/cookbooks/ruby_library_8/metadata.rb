name 'ruby_library_8'
version '1.0.0'
chef_version '>= 16'
