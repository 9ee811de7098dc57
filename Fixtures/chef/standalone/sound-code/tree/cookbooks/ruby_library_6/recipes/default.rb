require 'digest'
require 'securerandom'
require 'open3'
require 'tempfile'
require 'tmpdir'
require 'zlib'
require 'benchmark'
require 'etc'
log YAML.safe_load('a: 1').to_s
log YAML.load_stream('a: 1').to_s
log YAML.parse('a: 1').to_s
log YAML.unsafe_load('a: 1').to_s
log YAML.load_file('/x').to_s
log YAML.safe_dump({}).to_s
log ERB.new('a').result(binding)
log ERB::Util.h('x')
log CGI.escape('x')
log CGI.unescapeHTML('x')
log FileUtils.pwd
FileUtils.mkdir_p('/tmp/x')
