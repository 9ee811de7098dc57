GOSS_OPTS="-f documentation -o sort" dgoss run -u 65534:65534 tiny:1 sleep 60
