require 'tmpdir'
require 'etc'
v = nil
::File.open('/etc/debian_version') { |f| v = f.read }
log v.strip
a = nil
::File.foreach('/etc/passwd') { |l| a = l }
log a.strip
b = nil
IO.popen('ls') { |i| b = i.read }
log b.strip
c = nil
Dir.chdir('/') { c = 'x' }
log c.strip
d = nil
Dir.mktmpdir { |t| d = t }
log d.strip
e = nil
Dir.glob('/etc/*.conf') { |f| e = f }
log e.strip
g = nil
Dir.each_child('/etc') { |f| g = f }
log g.strip
h = nil
Etc.passwd { |u| h = u.name }
log h.strip
i = []
Dir.foreach('/etc') { |f| i << f }
raise 'none' if i.empty?
