module WebOld
  def self.rest
    Chef::REST.new('http://localhost')
  end
end
