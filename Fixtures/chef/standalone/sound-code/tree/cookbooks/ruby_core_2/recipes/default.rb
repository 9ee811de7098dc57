log node['kernel'].sort_by { |k, v| k }.to_s
log node['kernel'].reject { |k, v| v.nil? }.to_s
log node['kernel'].each_with_object({}) { |(k, v), h| h[k] = v }.to_s
log node['kernel'].inject({}) { |h, (k, v)| h }.to_s
log node['kernel'].find { |k, v| k == 'a' }.to_s
log node['kernel'].symbolize_keys.to_s
log node['kernel'].stringify_keys.to_s rescue nil
log node['kernel'].dig('a', 'b').to_s
log node['kernel'].filter_map { |k, v| k }.to_s
log node['kernel'].sum { 1 }.to_s
log node['kernel'].each_slice(2).to_a.to_s
log node['kernel'].zip([]).to_s
