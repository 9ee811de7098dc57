dgoss run tiny:1 /etc/passwd
