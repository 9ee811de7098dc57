log node['kernel'].reduce { |a, b| a }.to_s
log node['kernel'].group_by { |k, v| v }.to_s
log node['kernel'].count.to_s
log node['kernel'].convert_key(:x).to_s rescue nil
log node['kernel'].respond_to?(:to_hash).to_s
log node['kernel'].internal_set rescue nil
log node['kernel'].key?(:x).to_s
log node['kernel'].compact.to_s
log node['kernel'].tally.to_s
log node['kernel'].lazy.map { |k, v| k }.to_a.to_s
log node['kernel'].object_id.to_s
log node['kernel'].instance_of?(Hash).to_s
