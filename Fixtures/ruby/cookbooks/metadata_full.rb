name              'webapp'
maintainer        'The Example Team'
maintainer_email  'team@example.org'
license           'Apache-2.0'
description       'Installs and configures the web application'
long_description  IO.read(File.join(File.dirname(__FILE__), 'README.md')) if File.exist?('README.md')
version           '1.2.3'
chef_version      '>= 14.0', '< 19'
source_url        'https://example.org/webapp' if respond_to?(:source_url)
issues_url        'https://example.org/webapp/issues'

%w(debian ubuntu centos).each { |os| supports os }
supports 'amazon', '>= 2.0'
depends 'apt', '~> 7.0'
depends "build-essential"
gem 'aws-sdk-s3', '~> 1'
provides 'webapp::default'
recipe 'webapp::default', 'Installs all'
