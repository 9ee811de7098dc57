file '/srv/a' do
  mode({})
end
