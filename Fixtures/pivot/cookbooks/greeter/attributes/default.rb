default['greeter']['version'] = '1.0.0'
default['greeter']['port'] = 8080
default['greeter']['greeting'] = 'Hello from the oven'
