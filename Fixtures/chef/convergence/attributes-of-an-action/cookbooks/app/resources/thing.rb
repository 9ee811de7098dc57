action :create do
  node.default['app']['list'] = %w(a b)
end
