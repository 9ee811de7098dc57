name 'node_methods_1'
version '1.0.0'
chef_version '>= 16'
