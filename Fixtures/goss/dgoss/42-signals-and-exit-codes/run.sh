GOSS_OPTS='-f documentation -o sort' dgoss run tiny:1 sleep 60
