action :create do
  begin
    raise 'no'
  rescue StandardError => e
    log e.message
  end
  return if new_resource.name == 'x'
  nosuch
end
