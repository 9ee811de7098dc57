name 'web'
default_source :supermarket, 'https://supermarket.example.org' do |s|
  s.preferred_for 'apt', 'nginx'
end
default_source :chef_repo, '../'
run_list 'base::default', 'web'
named_run_list :update, 'web::update'
cookbook 'web', path: '.'
cookbook 'nginx', '~> 7.0', :supermarket
default['web']['port'] = 8443
override['web']['hosts'] = ['a', 'b'] | %w[c]
