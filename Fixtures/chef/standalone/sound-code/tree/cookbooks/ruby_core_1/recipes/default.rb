node.default.write('a', 'b', 1)
node.default.unlink('a')
log node.default.read('a', 'b').to_s
log node.default.exist?('a').to_s
log node['platform'].split.to_s
log node['kernel'].to_hash.to_s
log node['kernel'].to_json
log node['kernel'].to_yaml
log node['kernel'].deep_merge({}).to_s
log node['kernel'].merge('a' => 1).to_s
log node['kernel'].dup.merge!('a' => 1).to_s
log node['kernel'].to_h.transform_keys(&:to_sym).to_s
