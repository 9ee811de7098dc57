log require('set').to_s
log autoload(:Foo, 'foo').to_s
log warn('x').to_s
log test(?e, '/x').to_s
log sleep(0).to_s
log fork { }.to_s
log spawn('x').to_s
log gets.to_s
log Ohai::VERSION
log Ohai::System.new.all_plugins.to_s
log Ohai.plugin(:X) { }.to_s
log Mixlib::ShellOut.new('ls').run_command.stdout
