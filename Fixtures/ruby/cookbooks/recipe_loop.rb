i = 0
while i < 3 do
  directory "/srv/disk#{i}"
  i += 1
end
until i.zero?
  i -= 1
  next if i == 1
  break if i < 0
  log "disk #{i}" do level :debug end
end
for mount, options in { '/a' => %w[ro], '/b' => [] }
  mount mount do
    device "/dev/#{mount[1..-1]}"
    options options.empty? ? 'defaults' : options
  end
end
begin
  i += 1
end while i < 2
1.upto(3) { |n| file "/tmp/#{n}" do content n.to_s end }
(1..4).step(2).each { file "/srv/even" }
loop { break }
