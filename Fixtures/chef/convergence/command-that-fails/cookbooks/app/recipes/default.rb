execute 'exit 3'
execute 'allowed' do
  command 'exit 2'
  returns [0, 2]
end
bash 'b' do
  code <<~SH
    echo x
    exit 4
  SH
end
bash 'c' do
  code <<~SH
    test -e /x ||
      exit 4
  SH
end
execute 'false' do
  not_if 'test -e /x'
end
execute 'd' do
  command 'test -e /x || exit 1'
end
bash 'e' do
  code "test -e /x && exit 0\nexit 1\n"
end
