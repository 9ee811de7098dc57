cron_d 'x' do
  time_out 5
  command 'true'
end
cron 'y' do
  time_out('duration' => '5', 'signal' => 'HUP')
  time :daily
  command 'true'
end
locale 'de' do
  lc_env('LC_TIME' => 'de_DE.UTF-8')
end
