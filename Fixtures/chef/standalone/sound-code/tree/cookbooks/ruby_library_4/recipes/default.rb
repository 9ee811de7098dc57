require 'digest'
require 'securerandom'
require 'open3'
require 'tempfile'
require 'tmpdir'
require 'zlib'
require 'benchmark'
require 'etc'
log Random.urandom(3).to_s
log RbConfig::CONFIG['host_os']
log RbConfig.ruby
log ENV['HOME'].to_s
log ENV.fetch('PATH', '')
log ENV.to_h.to_s
log ENV.key?('x').to_s
ENV['x'] = 'y'
ENV.delete('x')
ENV.update('a' => 'b')
log IPAddr.new('10.0.0.0/8').include?('10.1.1.1').to_s
log Resolv.getaddress('localhost')
