actions :create, :drop
action :create do
end
