log Chef::Util.x
