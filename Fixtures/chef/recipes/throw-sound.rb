log catch(:done) { [1, 2].each { |n| throw :done, "n#{n}" if n == 2 } }
catch { |tag| throw tag }
begin
  throw :nobody
rescue ArgumentError => e
  log e.message
end
def leave(tag)
  throw tag
end
catch(:far) { leave(:far) }
catch(node['fqdn']) { throw :perhaps }
