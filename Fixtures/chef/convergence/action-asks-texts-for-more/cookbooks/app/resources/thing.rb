action :create do
  helper
end
action_class do
  def helper
    'a'.no_such
  end
end
