GOSS_OPTS="-f tap -o sort" dgoss run -v "$PWD/data:/data:ro" --tmpfs /scratch tiny:1 sh -c 'echo s >/scratch/s; touch /data/t; exec sleep 60'
