GOSS_FILES_STRATEGY=cp GOSS_VARS=v.yaml GOSS_OPTS="-f tap -o sort" dgoss run -e A=b tiny:1 sleep 60
