GOSS_OPTS="-f documentation -o sort" dgoss run xp-fixture:1
