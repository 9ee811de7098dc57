#= maybe 4 Mixlib::ShellOut::InvalidCommandOption
execute 'true' do
  only_if 'test -f /y'
  not_if 'test -f /x', :directory => '/'
end
