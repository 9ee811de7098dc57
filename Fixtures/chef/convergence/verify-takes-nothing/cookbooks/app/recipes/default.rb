file '/srv/a' do
  content 'a'
  verify 'false'
end
file '/srv/b' do
  content 'b'
  verify 'exit 3'
end
template '/srv/c' do
  source 'c.erb'
  verify { false }
end
file '/srv/d' do
  content 'd'
  verify { |path| nil }
end
file '/srv/e' do
  content 'e'
  verify 'true'
  verify { |path| ::File.exist?(path) }
  verify 'test -s %{path}'
end
file '/srv/f' do
  verify 'false'
end
file '/srv/g' do
  content 'g'
  verify 'false'
  action :create_if_missing
end
file '/srv/h' do
  content 'h'
  verify 'false' if ::File.exist?('/srv/i')
end
