#= sure 2 NoMethodError
include_recipe node['app_recipe']
