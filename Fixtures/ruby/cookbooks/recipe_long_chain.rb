lines = node['filesystem']
  .values
  .select { |fs| fs['mount'] && fs['fs_type'] !~ /tmpfs|devtmpfs/ }
  .sort_by { |fs| [-fs['kb_size'].to_i, fs['mount']] }
  .first(3)
  &.map do |fs|
    format('%-20s %3d%%', fs['mount'], fs['percent_used'].to_i)
  end
  .tap { |l| Chef::Log.info(l.length) }

result = lines.
  reject(&:empty?).
  join("\n")

total = node['a'] +
        node['b'] *
        node['c'] -
        (node['d'] ||
          0)

file '/etc/report' do
  content result + "\n" \
    "total: #{total}\n" \
    'end'
end
