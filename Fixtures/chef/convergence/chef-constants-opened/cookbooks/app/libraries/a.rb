class Chef
  class Util
    def self.x; 'a'; end
  end
  class Log
    def self.my; 'c'; end
  end
  class Config
    def self.my; 'b'; end
  end
end
class A < Chef::Log
end
