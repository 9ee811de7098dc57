execute 'true' do
  only_if 'test -f /x', user: 'app', cwd: '/', environment: { 'A' => 'b' }, timeout: 5
end
bash 'x' do
  code 'true'
  not_if 'test -f /x', flags: '-e', group: 'app'
end
execute 'never' do
  not_if 'true', usr: 'app'
  action :nothing
end
