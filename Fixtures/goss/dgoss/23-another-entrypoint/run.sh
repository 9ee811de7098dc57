GOSS_OPTS="-f tap -o sort" dgoss run --entrypoint sleep -u 0 xp-fixture:1 60
