GOSS_FILES_PATH=conf dgoss run tiny:1 sleep 60
