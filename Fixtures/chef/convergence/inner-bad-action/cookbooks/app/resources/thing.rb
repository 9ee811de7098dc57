action :create do
  log 'inner'
  file '/tmp/a' do
    notifies :explode, 'log[inner]'
  end
end
