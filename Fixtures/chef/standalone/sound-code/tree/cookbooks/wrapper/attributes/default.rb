default['site']['folder'] = '/srv/site'
include_attribute 'site'
