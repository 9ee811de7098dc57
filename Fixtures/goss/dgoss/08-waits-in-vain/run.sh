GOSS_WAIT_OPTS="-r 2s -s 1500ms" GOSS_OPTS="-f tap" dgoss run tiny:1 sh -c 'echo out; echo err >&2; exec sleep 60'
