file '/etc/app' do
  content lazy { node['fqdn'] }
end
with_run_context :root do
  file '/etc/web' do
    content(lazy do
      'a'
    end)
  end
end
