log node['kernel'].to_xml rescue nil
log node['kernel'].regular_update({}) rescue nil
log node['kernel'].fetch_values('name').to_s
log node['kernel'].filter { |k, v| true }.to_s
log node['kernel'].chain([]).to_a.to_s
log Mash.new('a' => 1)[:a].to_s
log Mash.new.to_s
log Mash.from_hash({'a' => 1}).to_s
log Mash.new('a' => 1).to_hash.to_s
log Mash.new('a' => 1).except('a').to_s
log Mash.new('a' => 1).convert_value([]).to_s rescue nil
log Mash.new('a' => 1).default('x').to_s
