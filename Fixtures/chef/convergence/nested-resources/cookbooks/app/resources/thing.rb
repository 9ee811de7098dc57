action :create do
  nosuch
end
