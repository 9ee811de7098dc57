require 'digest'
require 'securerandom'
require 'open3'
require 'tempfile'
require 'tmpdir'
require 'zlib'
require 'benchmark'
require 'etc'
log Kernel.format('%s', 1)
log Kernel.rand.to_s
log File.symlink?('/x').to_s
log File.stat('/x').mode.to_s
log File.lstat('/x').mode.to_s
log File.mtime('/x').to_s
log File.readlink('/x')
log File.foreach('/x').to_a.to_s
log File.open('/x', &:read)
log File.ftype('/x')
log File.umask.to_s
log File.identical?('/a', '/b').to_s
