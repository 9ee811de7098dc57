require 'digest'
require 'securerandom'
require 'open3'
require 'tempfile'
require 'tmpdir'
require 'zlib'
require 'benchmark'
require 'etc'
log Time.now.to_i.to_s
log Time.gm(2000).to_s
log Time.rfc2822('x') rescue nil
log Time.httpdate('x') rescue nil
log Date.today.to_s
log Date.valid_civil?(2000, 1, 1).to_s
log Date.commercial(2000).to_s
log DateTime.now.to_s
log Socket.ip_address_list.first.to_s
log Socket.tcp('a', 80).to_s
log Random.rand(5).to_s
log Random.random_number.to_s
