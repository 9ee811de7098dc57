log Chef::Cookbook::Metadata.new.to_s
log Chef::DataBag.list.to_s
log Chef::DataBag.load('x').to_s
log Chef::DataBag.new.to_s
log Chef::DataBagItem.new.to_s
log Chef::DataBagItem.from_hash({'id' => 'x'}).to_s
log Chef::DataBagItem.json_create({}).to_s
log Chef::DataBagItem.validate_id!('x').to_s
log Chef::EncryptedDataBagItem.load_secret('/x')
log Chef::EncryptedDataBagItem.encrypt_data_bag_item({}, 'x').to_s
log Chef::EncryptedDataBagItem.load('a', 'b').to_hash.to_s
log Chef::EncryptedDataBagItem.from_file('x').to_s
