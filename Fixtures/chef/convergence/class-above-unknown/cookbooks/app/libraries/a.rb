class AppThing < Absent::Base
  attr_reader :items
  attr_accessor :more
  def lines; items.map(&:to_s); end
end
module AppMix
  include Absent::Mixin
end
class AppOther
  include AppMix
  include Absent::Mixin
  attr_reader :things
  def first; things.first.upcase; end
  def iv; @things.first; end
end
class AppThird < AppOther
  attr_reader :deep
  def all; deep.map(&:to_s); end
end
