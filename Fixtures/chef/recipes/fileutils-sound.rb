require 'fileutils'
FileUtils.mkdir_p('/srv/x')
FileUtils.rm_rf(Dir.glob('/tmp/*'), secure: true)
FileUtils::Verbose.cp('/a', '/b')
module Copies
  include FileUtils
  extend FileUtils
end
Copies.cp_r('/a', '/b')
