name 'chef_classes_15'
version '1.0.0'
chef_version '>= 16'
