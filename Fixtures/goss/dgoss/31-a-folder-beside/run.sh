GOSS_ADDITIONAL_COPY_PATH=shared/more GOSS_FILES_PATH=conf GOSS_OPTS='-f tap' dgoss run tiny:1 sleep 60
