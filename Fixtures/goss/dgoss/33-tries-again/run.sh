GOSS_OPTS='-r 2s -s 1500ms -f tap' dgoss run tiny:1 sleep 60
