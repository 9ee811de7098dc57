class Time
  def self.stamp
    now.to_i
  end
end
log Time.stamp.to_s
Time.extend(Module.const_get(node['fqdn']))
Time.anything
