return if node['skip']
return unless platform?('debian', 'ubuntu')
raise "needs #{node['need']}" if node['need'] and !node['have']
include_recipe 'base::default' unless node.recipe?('base::default') || node['solo']
node.override['a']['b'] = true if node['c'] =~ /d/
sleep 0.1 until File.exist?('/tmp/ready') if false
value = (node['v'] if node['w']) || 'none'
puts value unless value.nil? rescue nil
log 'done' do
  level :info
end if value and not value.empty?
x = if node['y'] then 1 else 2 end
y = unless x == 1
      :odd
    else
      :even
    end
print x, y if (x if y)
