vhost 'a'
