GOSS_OPTS="-f tap -o sort" dgoss run --read-only --tmpfs /tmp tiny:1 sh -c 'touch /a; exec sleep 60'
