log Gem.loaded_specs.key?('chef').to_s
log Gem.loaded_specs['chef'].version.to_s
log Gem::Specification.find_by_name('x').to_s rescue nil
log Gem.platforms.to_s
log Gem.ruby_version.to_s
log Gem::Platform.local.os
log Gem.win_platform?.to_s
Gem.clear_paths
log Gem.path.join(':')
log Gem::VERSION
log URI.join('http://a/b/', 'c').to_s
log URI.parse('http://a/b').host
