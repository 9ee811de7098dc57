item = data_bag_item('bag', 'one')
raise unless item.to_h['chef_type'] == 'data_bag_item' && item.to_hash.keys.sort == %w(a chef_type data_bag id)
raise unless item.raw_data.keys == %w(id a) && item.keys == %w(id a)
raise unless item.id == 'one'
