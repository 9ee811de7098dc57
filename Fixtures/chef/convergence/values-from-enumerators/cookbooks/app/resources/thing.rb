property :port, Integer, equal_to: 1.upto(65_535)
property :level, equal_to: (1..5)
property :word, equal_to: Set.new(%w(a b))
action :create do
end
