GOSS_VARS=v.json GOSS_WAIT_OPTS="--no-color -f documentation" GOSS_OPTS="-f tap" dgoss run tiny:1 sleep 60
