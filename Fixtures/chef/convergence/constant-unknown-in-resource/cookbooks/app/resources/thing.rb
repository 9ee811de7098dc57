property :path, Strng
action :create do
end
