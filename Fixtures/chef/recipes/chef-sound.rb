Chef::Util::FileEdit.new('/etc/hosts')
Chef::Recipe.include(Chef::Mixin::Which)
class Chef
  class Recipe
    include Mixlib::ShellOut::Helper
    LOADER = Chef::EncryptedDataBagItem
    SCHEME = Mixin::XMLEscape
  end
end
