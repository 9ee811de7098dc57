log ENV['PATH'].split(':').to_s
log RbConfig::CONFIG['host_os'] =~ /x/ ? 'a' : 'b'
log Etc::CONFIG rescue nil
log Psych.dump({})
log Psych::VERSION
log JSON::VERSION
log JSON::ParserError.to_s
log YAML::ENGINE.to_s
log Errno::ENOENT.new.message
log Errno::EACCES::Errno.to_s
log SystemExit.new(1).status.to_s
log StandardError.new('x').full_message
