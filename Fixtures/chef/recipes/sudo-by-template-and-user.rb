#= sure 2 RuntimeError
sudo 'app' do
  user 'app'
  template 'sudo.erb'
end
