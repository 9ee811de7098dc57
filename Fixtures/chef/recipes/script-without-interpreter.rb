#= sure 2 Mixlib::ShellOut::ShellCommandFailed
script 'install' do
  code 'make install'
end
