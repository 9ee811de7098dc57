app_links 'x' do
  links %w(a:a b:b)
end
raise 'no list' unless App::UnorderedList[2, 1] == App::UnorderedList.new([1, 2])
log App::CountedList.new(1, 2).sum.to_s
