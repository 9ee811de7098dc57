log node['kernel'].partition { |k, v| true }.to_s
log node['kernel'].min_by { |k, v| k }.to_s
log node['kernel'].to_a.flatten.to_s
log node['kernel'].kind_of?(Hash).to_s
log node['kernel'].is_a?(Mash).to_s
log node['kernel'].class.to_s
log node['kernel'].frozen?.to_s
log node['kernel'].key('x').to_s
log node['kernel'].invert.to_s
log node['kernel'].any?.to_s
log node['kernel'].none?.to_s
log node['kernel'].entries.to_s
