file '/srv/a' do
  content lazy { 'a' }
end
app_site 'b' do
  size lazy { 1 }
end
path = lazy { '/srv/b' }
file path
