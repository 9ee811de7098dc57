name 'chef_classes_12'
version '1.0.0'
chef_version '>= 16'
