GOSS_OPTS="-f tap -o sort" dgoss run -w /usr/bin tiny:1 sh -c 'pwd >/seen; exec sleep 60'
