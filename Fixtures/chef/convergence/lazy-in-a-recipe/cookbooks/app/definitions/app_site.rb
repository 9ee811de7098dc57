define :app_site do
  log params[:name]
end
