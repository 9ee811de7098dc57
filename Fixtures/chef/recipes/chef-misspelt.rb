#= sure 2 unknownConstant("Recipies", near: Optional("Chef::Recipe"))
Chef::Recipies.new
