name 'chef_classes_14'
version '1.0.0'
chef_version '>= 16'
