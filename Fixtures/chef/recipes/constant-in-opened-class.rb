#= sure 4 unknownConstant("NowhereHelpers", near: nil)
class Chef
  class Recipe
    include NowhereHelpers
  end
end
