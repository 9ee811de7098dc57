name 'one'
default_source :supermarket
run_list 'one::default'
cookbook 'one', path: '.'
default['app']['port'] = 80
default['app']['db'] = { 'host' => 'a', user: 'b' }
override['web'][ENV['STAGE']] = 1
