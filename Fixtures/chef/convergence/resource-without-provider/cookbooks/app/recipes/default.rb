app_site 'x'
app_user 'x'
app_thing 'x'
