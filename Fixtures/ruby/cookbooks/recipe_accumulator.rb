with_run_context :root do
  edit_resource(:template, '/etc/hosts.allow') do |new_resource|
    cookbook 'base'
    variables[:lines] ||= []
    variables[:lines].push(*[new_resource.name].flatten.compact)
    action :nothing
    delayed_action :create
  end
end

declare_resource(:file, '/etc/flag') { content '' }
found = find_resource(:service, 'nginx') { action :nothing }
found.action([*found.action, :enable].uniq)
ruby_block('x') { block { } }.run_action(:run)
edit_resource!(:file, '/etc/flag').content << 'x' if found.respond_to? :content
node.run_state['seen'] = (node.run_state['seen'] || []) | [cookbook_name, recipe_name]
node.rm('old', 'tree')
tag('ready') unless tagged? 'ready'
