tag('seen')
log tagged?('seen').to_s
node.tags << 'more'
