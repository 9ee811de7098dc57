GOSS_WAIT_OPTS="-f tap" GOSS_OPTS="-f tap" GOSS_SLEEP=1.5s dgoss run tiny:1 sh -c 'sleep 0.7; echo ready; echo >/ready; exec sleep 60'
