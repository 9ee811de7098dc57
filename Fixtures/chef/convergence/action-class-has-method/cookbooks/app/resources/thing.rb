action :create do
  log word
end

action_class do
  def word
    "#{new_resource.name} #{other}"
  end

  def other
    node['platform']
  end
end
