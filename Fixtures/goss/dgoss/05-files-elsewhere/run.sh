GOSS_FILES_PATH=conf GOSS_FILE=other.yaml GOSS_VARS=vars.yaml GOSS_OPTS="-f documentation -o sort" dgoss run tiny:1 sleep 60
