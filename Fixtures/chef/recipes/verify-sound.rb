file '/etc/app.json' do
  content '{}'
  verify :json
  verify 'true'
  verify { |path| path }
end
file '/etc/app.conf' do
  content 'a'
  verify :nginx
  action :nothing
end
