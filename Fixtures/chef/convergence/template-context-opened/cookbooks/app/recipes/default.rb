template '/srv/x' do
  source 'x.erb'
end
template '/srv/y' do
  source 'y.erb'
end
