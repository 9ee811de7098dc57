app_thing 'a'
