action :create do
  template '/tmp/a' do
    source 'a.erb'
  end
end
