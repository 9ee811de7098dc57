GOSS_OPTS='-f nagios -o verbose' dgoss run tiny:1 sleep 60
