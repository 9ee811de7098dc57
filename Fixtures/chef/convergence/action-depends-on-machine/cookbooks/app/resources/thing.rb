action :create do
  if ::File.exist?('/etc/x')
    nosuch
  end
  log shell_out('x').stdout.lines.first.split[3]
end
