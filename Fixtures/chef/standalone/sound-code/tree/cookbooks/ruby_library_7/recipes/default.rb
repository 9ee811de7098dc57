require 'digest'
require 'securerandom'
require 'open3'
require 'tempfile'
require 'tmpdir'
require 'zlib'
require 'benchmark'
require 'etc'
FileUtils.touch('/tmp/x')
FileUtils.cp_lr('/a', '/b')
log Pathname.new('/a').join('b').to_s
log Pathname('/a').children.to_s
log Pathname.glob('*').to_s
log Pathname.pwd.to_s
log Math.cbrt(27).to_s
log Marshal.load(Marshal.dump({})).to_s
log ObjectSpace.each_object(Class).first.to_s
GC.start
log Signal.list.to_s
log Comparable.instance_methods.to_s
