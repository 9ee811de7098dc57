log node.sort.to_s
log node.respond_to?(:foo).to_s
log node.fetch('zz', 4).to_s
log node.values_at('platform', 'os').to_s
log node.group_by { |k, v| k }.length.to_s
log node.count.to_s
