name 'one'
chef_version '>= 18'
