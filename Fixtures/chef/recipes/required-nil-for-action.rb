#= sure 3 missingProperty("command", resource: "cron")
cron 'x' do
  command nil
end
