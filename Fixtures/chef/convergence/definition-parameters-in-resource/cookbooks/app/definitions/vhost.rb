define :vhost, port: 80 do
  file "/etc/#{params[:name]}" do
    content params[:port].to_s
    owner params[:owner] if params[:owner]
  end
end
