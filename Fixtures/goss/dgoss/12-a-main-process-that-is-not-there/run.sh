dgoss run tiny:1 /nope
