name 'one'
default_source :supermarket
run_list 'one::absent', 'other::default'
cookbook 'one', path: '.'
