#= sure 4 NoMethodError
class AppThing
  def name
    super
  end
  alias_method :title, :name
end
file "/srv/#{AppThing.new.title}"
