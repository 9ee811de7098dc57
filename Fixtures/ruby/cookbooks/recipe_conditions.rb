if node['a'] && (node['b'] || !node['c'])
  log 'one'
elsif node['d'].nil? or node['e'] == 'f' and not node['g']
  log 'two'
elsif (x = node['h']) && x > 1 then log 'three'
else
  if x; log 'four' else log 'five' end
end
unless node['i'] &&
    node['j'] ||
    node['k']
  log 'six'
end
if defined?(ChefSpec) && defined? x and defined?(@y).nil?
  log 'seven'
end
log 'eight' if not(node['l']) && !(node['m'] == 1) && (not node['n'])
only = -> { node['o'] }
log('nine') { only_if(&only) }
log 'ten' do
  only_if 'test -e /x', user: 'nobody', environment: { 'A' => 'b' }
  not_if { !::Dir.glob('/etc/*').select { |f| ::File.file? f }.empty? }
end
