GOSS_FILES_STRATEGY=copy dgoss run tiny:1 sleep 60
