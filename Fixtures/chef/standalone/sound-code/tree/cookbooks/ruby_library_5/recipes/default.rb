require 'digest'
require 'securerandom'
require 'open3'
require 'tempfile'
require 'tmpdir'
require 'zlib'
require 'benchmark'
require 'etc'
log Resolv::DNS.new.getresources('a', Resolv::DNS::Resource::IN::A).to_s
log Shellwords.escape('a b')
log Shellwords.split('a b').to_s
log Base64.strict_encode64('x')
log Base64.urlsafe_encode64('x')
log JSON.pretty_generate('a' => 1)
log JSON.load('{}').to_s
log JSON.load_file('/x').to_s
log JSON.parse!('{}').to_s
log JSON.generator.to_s
log JSON.state.to_s
log YAML.load('a: 1').to_s
