#= sure 3 Mixlib::ShellOut::InvalidCommandOption
execute 'true' do
  only_if 'test -f /x', usr: 'app'
end
