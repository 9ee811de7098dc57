module AppMixin
  include Chef::Mixin::Checksum
end
class AppTool
  include AppMixin
  include Chef::Mixin::CreatePath
  extend Chef::Mixin::ConvertToClassName
  def digest(path)
    checksum(path)
  end
  def path(path)
    create_path(path)
  end
  def self.named(word)
    convert_to_class_name(word)
  end
end
