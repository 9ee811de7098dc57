GOSS_OPTS='-f tap -o sort' dgoss run -h box tiny:1 sleep 60
