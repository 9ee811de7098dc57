action :create do
end
