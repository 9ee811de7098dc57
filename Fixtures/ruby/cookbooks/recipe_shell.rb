bash 'build the tool' do
  cwd Chef::Config[:file_cache_path]
  code <<-EOH
    tar xzf tool-#{node['tool']['version']}.tar.gz
    cd tool-#{node['tool']['version']} && ./configure --prefix=#{node['tool']['prefix']}
    make -j#{node['cpu'] ? node['cpu']['total'] : 1}
  EOH
  environment 'LANG' => 'C', 'PATH' => "/usr/local/bin:#{ENV['PATH']}"
  not_if "test -x #{node['tool']['prefix']}/bin/tool"
end

execute 'compact' do
  command <<~'SH'.strip
    for f in /var/log/*.log; do
      gzip "$f"   # no #{interpolation} here
    done
  SH
  timeout 3_600
  ignore_failure true
end

script 'two documents' do
  interpreter 'sh'
  code [<<~ONE, <<~TWO].join("\n")
    echo one
      echo deeper
  ONE
    echo "#{node['name']}"
  TWO
end
