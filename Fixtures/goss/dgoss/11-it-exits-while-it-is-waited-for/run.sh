dgoss run tiny:1 sh -c 'echo bye; exit 0'
