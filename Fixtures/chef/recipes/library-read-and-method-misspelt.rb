#= sure 3 NoMethodError
require 'json'
log({ 'b' => 1 }.to_jsn)
