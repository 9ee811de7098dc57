app_web_site 'x'
