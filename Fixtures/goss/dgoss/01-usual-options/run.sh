dgoss run tiny:1 sleep 60
