class AppWord
  def initialize(word)
    @word = word
  end
  def to_str
    @word
  end
  def to_ary
    [1, 2]
  end
  def to_hash
    { a: 1 }
  end
end
class AppPlain
end
