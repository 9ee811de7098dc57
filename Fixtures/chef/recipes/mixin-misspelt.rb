#= sure 2 unknownConstant("ShellOutt", near: Optional("Chef::Mixin::ShellOut"))
Chef::Recipe.include(Chef::Mixin::ShellOutt)
