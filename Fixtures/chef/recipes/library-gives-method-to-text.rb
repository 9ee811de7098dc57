#= maybe 4 NoMethodError
require 'deepsort'
file '/srv/x' do
  content({ 'b' => 1 }.deep_sort.to_s)
end
