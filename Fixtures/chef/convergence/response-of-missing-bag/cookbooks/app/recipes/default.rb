begin
  data_bag_item('no', 'x')
rescue Net::HTTPServerException => e
  raise e unless e.response.code == '404'
  log 'none'
end
data_bag_item('bag', 'y')
