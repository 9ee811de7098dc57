CONTAINER_RUNTIME=lxc dgoss run tiny:1 sleep 60
