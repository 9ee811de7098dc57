action :create do
  lines = []
  head = nil
  shell_out('x').stdout.lines.each do |line|
    next head = line unless head

    lines << line
  end
  log lines.first.chomp
end
