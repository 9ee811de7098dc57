GOSS_OPTS='--format "tap" -o '"'sort'" dgoss run tiny:1 sleep 60
