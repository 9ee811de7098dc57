module App
  class UnorderedList < Array
    def ==(other)
      other.is_a?(UnorderedList) && sort == other.sort
    end
  end
end

class App::CountedList < Array
  def initialize(*items)
    super(items)
    @first = items.first
  end

  def sum
    size + @first
  end
end
