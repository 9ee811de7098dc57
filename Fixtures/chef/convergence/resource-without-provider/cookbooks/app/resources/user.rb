actions :create
default_action :create
