require 'chef/mixin/shell_out'
Chef::Sugar.x
