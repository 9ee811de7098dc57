# Classes, methods and constants that a branch defines.
def known; 1; end
if unknown?
  def known; 2; end
  def only_maybe; 3; end
  Limit = 4
  module Helper
    def self.help; 5; end
  end
end
declare known, only_maybe, Helper.help, Limit
class Open < Unheard::Of
  def own; 1; end
  helper_of_parent 'x'
end
open = Open.new(1, 2)
declare open.own, open.other, Open::Sub, Open.make
class Mixed
  include Unheard::Mixin
  def own; other; end
end
declare Mixed.new.own
# -> sure ?, ?, 5, ?
# -> sure 1, ?, ?, ?
# -> sure ?
