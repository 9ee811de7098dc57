name 'facts_not_told'
version '1.0.0'
chef_version '>= 16'
