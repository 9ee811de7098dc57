property :owner, String, default: 'root'
action :create do
  file '/tmp/a' do
    content text(new_resource.name)
    owner new_resource.owner
    group shared
  end
end

def shared
  'staff'
end

action_class do
  def text(word)
    word.upcase
  end
end
