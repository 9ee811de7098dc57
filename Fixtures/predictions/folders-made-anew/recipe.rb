directory '/opt/app' do
  recursive true
  action :delete
end
directory '/opt/app/releases' do
  recursive true
end
directory '/opt/gone' do
  recursive true
  action :delete
end
