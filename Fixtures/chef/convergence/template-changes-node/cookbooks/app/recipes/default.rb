template '/srv/x' do
  source 'x.erb'
end
