define :vhost, port: 80, template: 'vhost.erb', enable: true do
  application = params[:name]
  include_recipe 'web::default'
  template "#{node['web']['dir']}/#{application}" do
    source params[:template]
    cookbook params[:cookbook] if params[:cookbook]
    variables(params: params, name: application)
    notifies :reload, resources(service: 'nginx') if ::File.exist?("#{node['web']['dir']}/#{application}")
  end
  vhost_enable application do
    enable params[:enable]
  end unless params[:enable].nil?
end

define :vhost_enable do
  execute "ensite #{params[:name]}" do
    only_if { params[:enable] }
  end
end
