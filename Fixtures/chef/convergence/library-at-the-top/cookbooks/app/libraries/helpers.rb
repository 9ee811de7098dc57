module AppHelpers
  def greeting
    'x'
  end
end
include AppHelpers
public

def other
  'y'
end
private
