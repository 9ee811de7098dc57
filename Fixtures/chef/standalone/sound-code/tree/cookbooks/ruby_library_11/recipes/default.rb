require 'digest'
require 'securerandom'
require 'open3'
require 'tempfile'
require 'tmpdir'
require 'zlib'
require 'benchmark'
require 'etc'
log BigDecimal('1.0').to_s
log Thread.new { 1 }.value.to_s
log Mutex.new.synchronize { 'a' }
log Queue.new.size.to_s
log ObjectSpace.count_objects.to_s
log RUBY_VERSION
log RUBY_PLATFORM
log RUBY_PATCHLEVEL.to_s
log RUBY_ENGINE
log RUBY_COPYRIGHT
log $PROGRAM_NAME
log $0
