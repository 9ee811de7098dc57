action :create do
  nosuch
end

action :drop do
end
