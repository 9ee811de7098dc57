file '/etc/app.conf' do
  content 'a'
  verify :nginx
end
