template '/etc/other.conf' do
  source 'other.conf.erb'
end
