item = data_bag_item('bag', 'one')
log item[:list].first[:name] + item['id']
