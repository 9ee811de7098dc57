GOSS_OPTS='-f tap >/tmp/out' dgoss run tiny:1 sleep 60
