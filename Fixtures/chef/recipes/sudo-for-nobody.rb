#= sure 2 RuntimeError
sudo 'app' do
  commands ['/bin/true']
end
