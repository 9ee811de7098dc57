name 'decisions'
version '1.0.0'
chef_version '>= 16'
