action :create do
  log 'inner'
end
