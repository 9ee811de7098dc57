tag('web', 'db')
untag('web')
raise if tagged?('web')
raise unless tagged?('db') && node.tags == ['db']
