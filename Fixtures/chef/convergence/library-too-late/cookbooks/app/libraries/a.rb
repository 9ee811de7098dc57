module A
  include Zed
end
