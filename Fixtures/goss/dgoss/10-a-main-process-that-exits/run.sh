dgoss run tiny:1 sh -c 'echo bye; echo err >&2; exit 3'
