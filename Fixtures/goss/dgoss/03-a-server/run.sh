GOSS_SLEEP=1 GOSS_OPTS="-f tap -o sort" dgoss run --rm --name dgoss-server -l a=b tiny:1 sh -c '
mkdir /www; echo hi >/www/index.html; exec httpd -f -p 8080 -h /www'
