module Zed
end
