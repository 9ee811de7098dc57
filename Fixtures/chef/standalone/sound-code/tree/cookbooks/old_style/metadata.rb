name 'old_style'
version '1.0.0'
chef_version '>= 16'
