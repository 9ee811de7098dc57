action :create do
  fil '/tmp/a' do
    content 'a'
  end
end
