property :word, String, default: 'w'
action :create do
  file '/tmp/b' do |outer|
    content outer.word
  end
end
