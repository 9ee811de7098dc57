Chef::Log.warn('x')
Chef::Log.debug { 'x' }
Chef::Log.level = :debug
Chef::Log.logger.info('x')
Chef::Log.init(STDOUT)
Chef::Log.respond_to?(:wran)
