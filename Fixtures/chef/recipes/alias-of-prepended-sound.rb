module AppPrefix
  def name
    "pre-#{super}"
  end
end
class AppThing
  prepend AppPrefix
  def name
    'n'
  end
  alias_method :title, :name
end
file "/srv/#{AppThing.new.title}"
