log Chef::Version.new('1.0').to_s
log Chef::VersionConstraint.new('> 1.0').include?('2.0').to_s
log Chef::VersionConstraint::Platform.new('> 1.0').include?('2.0').to_s
log Chef::RunList.new('recipe[x]').to_s
log Chef::RunList::RunListItem.new('recipe[x]').name
log Chef::RunContext.new(node, {}, nil).to_s
log Chef::Recipe.name
log Chef::ResourceCollection.new.to_s
log Chef::CookbookVersion.new('x').to_s
log Chef::CookbookVersion.list.to_s
log Chef::CookbookLoader.new('/x').to_s
log Chef::CookbookCollection.new.to_s
