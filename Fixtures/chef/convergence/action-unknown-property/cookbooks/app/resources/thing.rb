action :create do
  file '/tmp/a' do
    contents 'a'
  end
end
