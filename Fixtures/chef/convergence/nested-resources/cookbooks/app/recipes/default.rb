app_outer 'x'
