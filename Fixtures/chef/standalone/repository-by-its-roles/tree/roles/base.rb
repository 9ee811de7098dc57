name 'base'
run_list 'recipe[base]', 'role[bsae]'
