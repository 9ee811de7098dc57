action :create do
  shell_out('x').stdout =~ /(a)/
  log Regexp.last_match(1).upcase
  case shell_out('y').stdout
  when /b(c)/ then log Regexp.last_match(1).upcase
  end
end
