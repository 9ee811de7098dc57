GOSS_OPTS='-f json -o pretty -o sort' dgoss run -it tiny:1 sleep 60
