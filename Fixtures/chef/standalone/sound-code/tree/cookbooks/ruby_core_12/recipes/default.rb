log system('ls').to_s
log $?.to_s
log $?.exitstatus.to_s
log $stdout.sync.to_s
log STDOUT.tty?.to_s
log $LOAD_PATH.to_s
log $LOADED_FEATURES.to_s
log ARGV.to_s
log trap('INT') { }.to_s
log at_exit { }.to_s
log catch(:x) { throw :x, 5 }.to_s
log loop { break 5 }.to_s
