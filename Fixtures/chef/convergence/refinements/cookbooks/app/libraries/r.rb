module Ref
  refine String do
    def shout; upcase + '!'; end
  end
end
using Ref
module AppHelp
  def self.loud(x); x.shout; end
end
