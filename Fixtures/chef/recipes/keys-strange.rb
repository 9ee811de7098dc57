#= sure 3 refused time_out
cron_d 'x' do
  time_out('length' => '5')
  command 'true'
end
