require 'pathname'
log 'a' if File.exist?(Pathname.new('/a'))
log 'b' if File.exist?("/#{node['fqdn']}")
File.delete if false
Dir.glob(%w(/a /b)).each { |path| log path }
Dir.chdir
