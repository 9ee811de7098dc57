require 'digest'
require 'securerandom'
require 'open3'
require 'tempfile'
require 'tmpdir'
require 'zlib'
require 'benchmark'
require 'etc'
log Dir.exist?('/x').to_s
log Dir.foreach('/x').to_s
Dir.chdir('/') { log 'a' }
log Set.new([1]).add(2).to_a.to_s
log Struct.new(:a).new(1).a.to_s
log OpenStruct.new(a: 1).a.to_s
log Logger.new(STDOUT).to_s
log StringIO.new('a').read
log Timeout.timeout(4) { 'a' }
log Random.new(5).rand(4).to_s
log Rational(1, 2).to_s
log Complex(1, 2).to_s
