include_recipe 'greeter::account'
include_recipe 'greeter::service'
