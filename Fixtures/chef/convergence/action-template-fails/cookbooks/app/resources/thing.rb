action :create do
  template '/tmp/a' do
    source 'a.erb'
    variables(name: new_resource.name)
  end
end
