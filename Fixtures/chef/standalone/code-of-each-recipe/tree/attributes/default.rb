default['web']['port'] = 80
default['web']['token'] = 'ghp_x9K2mQ7vB4nT8wR3yU6pL1sD5fG0hJ2kM4cZ'
