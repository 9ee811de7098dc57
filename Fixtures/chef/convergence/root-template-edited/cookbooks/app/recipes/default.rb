app_thing 'x'
app_thing 'y'
