FROM_SHELL=outer GOSS_OPTS="-f tap -o sort" dgoss run -e A=b --env FROM_SHELL --env-file=list tiny:1 sh -c 'echo $A >/a; exec sleep 60'
