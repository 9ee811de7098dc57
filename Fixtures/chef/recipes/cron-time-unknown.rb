#= sure 3 refused time
cron 'x' do
  time :fortnightly
  command 'true'
end
