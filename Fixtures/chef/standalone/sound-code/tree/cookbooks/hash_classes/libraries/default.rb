class Settings < Hash
  def hello
    'hi'
  end
end
class Names < Array
  def second
    self[1]
  end
end
class Loud < String
  def shout
    upcase + '!'
  end
end
