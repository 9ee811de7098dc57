#= maybe 3 NoMethodError
require 'active_support/all'
log Time.zone.to_s
