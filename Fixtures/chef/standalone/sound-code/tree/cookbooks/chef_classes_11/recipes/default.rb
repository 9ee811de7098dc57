log Chef::Node::ImmutableArray.new([1]).first.to_s
log Chef::Node::VividMash.new({}).to_s
log Chef::Node::VividMash.new.to_s
log Chef::Node::Attribute.new({}, {}, {}, {}).to_s
log Chef::Node::AttrArray.new([]).to_s
log Chef::ServerAPI.new.to_s
log Chef::Decorator::Lazy.new { 1 }.to_s
log Chef::DelayedEvaluator.new { 1 }.to_s
log Chef::Property.new(name: :x).to_s
log Chef::Resource::LWRPBase.build_from_file('a', 'b', run_context).to_s
