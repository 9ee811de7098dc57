provides :app_thing
default_action :crate

action :create do
end
