version = node['ark']['version']
major, minor, * = version.split('.').map(&:to_i)
base = "#{node['ark']['mirror']}/v#{major}/#{node['ark']['name']}-#{version}"
suffix = node['kernel']['machine'] =~ /x86_64|amd64/ ? 'x64' : 'x86'
checksum = node['ark']['checksums'].fetch(suffix) { |k| raise KeyError, "no checksum for #{k}" }

ark node['ark']['name'] do
  url "#{base}-#{suffix}.tar.gz"
  version version
  checksum checksum
  prefix_root '/usr/local'
  append_env_path major >= 2 && minor > 0
  action major < 1 ? :dump : :install
  only_if { !::File.directory?(::File.join('/usr/local', node['ark']['name'], version)) }
end

%w(bin lib).each { |d| link("/opt/#{d}") { to "/usr/local/#{node['ark']['name']}/#{d}" } }

if minor.between?(1, 5) then log 'old' elsif minor > 5 then log 'new' end
