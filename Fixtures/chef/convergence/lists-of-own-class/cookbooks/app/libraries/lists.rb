module App
  class UnorderedList < Array
    def ==(other)
      other.is_a?(UnorderedList) && sort == other.sort
    end
  end
end
