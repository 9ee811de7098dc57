cron 'x' do
  action :delete
  command nil
end
