log 'outer'
app_thing 'x'
