module AppHelpers
  def loud(text)
    text.upcase
  end
end
module AppNumbers
  def twice(number)
    number * 2
  end
end
Chef::Mixin::Template::TemplateContext.include(AppHelpers)
Erubis::Context.send(:include, AppNumbers)
class Chef
  module Mixin
    module Template
      class TemplateContext
        def quiet(text)
          text.downcase
        end
      end
    end
  end
end
