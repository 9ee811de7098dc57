name 'one'
default_source :supermarket
run_list 'one::default'
named_run_list :db, 'one::db', 'one::absent'
cookbook 'one', path: '.'
default['one']['port'] = 80
override['other']['x'] = 'y'
