name 'web'
version '1.0.0'
depends 'apt', '>= 7.0'
