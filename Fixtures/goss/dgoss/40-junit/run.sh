GOSS_FMT=tap GOSS_OPTS='-f junit' dgoss run --cap-drop ALL tiny:1 sleep 60
