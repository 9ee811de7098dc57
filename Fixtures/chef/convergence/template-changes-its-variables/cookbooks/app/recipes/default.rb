template '/srv/x' do
  source 'x.erb'
  variables(list: node['app']['list'], all: { app: node['app'] }, late: lazy { 'x' })
end
