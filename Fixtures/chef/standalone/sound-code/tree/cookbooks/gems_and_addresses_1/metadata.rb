name 'gems_and_addresses_1'
version '1.0.0'
chef_version '>= 16'
