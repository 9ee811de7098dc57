log Chef::EncryptedDataBagItem::Encryptor.new({}, 'x').for_encrypted_item.to_s
log Chef::Handler.new.to_s
log Chef::Handler::JsonFile.new(path: '/x').to_s
log Chef::Knife.new.to_s
log Chef::Client.new.to_s
log Chef::Event rescue nil
log Chef::EventDispatch::Dispatcher.new.to_s
log Chef::GuardInterpreter.to_s
log Chef::Log.level.to_s
log Chef::Log.info('x').to_s
log Chef::Log.logger.to_s
log Chef::Log.init('/x').to_s
