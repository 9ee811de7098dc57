#!/usr/bin/env ruby
# -*- coding: utf-8 -*-
#
# Cookbook:: base
# Recipe:: comments # with a mark inside
=begin
package 'not' do
end
=end
package 'yes' # trailing: do end
log 'hash # inside' # and "quotes' here
list = [
  1, # one
  # nothing between
  2,
  # 3,
]
method_call(
  'a', # first
  # none
  key: list # last
)
value = list
  # a comment in the chain
  .first

# ümlaut, 日本語
log "grün #{value} 日本"
__END__
package 'never' do (((
