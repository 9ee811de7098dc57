action :create do
  log word
end

action_class do
  def word
    nosuch
  end
end
