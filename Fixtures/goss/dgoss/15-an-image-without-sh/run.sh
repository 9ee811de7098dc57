GOSS_SLEEP=1 GOSS_OPTS="-f tap" dgoss run tiny:1 sh -c 'rm /bin/sh; exec sleep 60'
