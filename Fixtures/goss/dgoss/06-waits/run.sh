GOSS_OPTS="-f tap" dgoss run tiny:1 sh -c 'sleep 0.7; echo ready; echo >/ready; exec sleep 60'
