name 'chef_classes_16'
version '1.0.0'
chef_version '>= 16'
