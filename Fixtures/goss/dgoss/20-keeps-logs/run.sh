CONTAINER_LOG_OUTPUT=kept.log GOSS_OPTS="-f silent" dgoss run tiny:1 sh -c 'echo up; exec sleep 60'
