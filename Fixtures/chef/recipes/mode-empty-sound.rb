file '/srv/x' do
  mode ''
end
