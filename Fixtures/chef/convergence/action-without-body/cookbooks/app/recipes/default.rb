app_thing 'x' do
  action :drop
end
