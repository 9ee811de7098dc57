require 'spec_helper'

set :backend, :exec

describe package('nginx') do
  it { should be_installed }
end

describe package('telnet') do
  it { should_not be_installed }
end

describe service('nginx') do
  it { should be_enabled }
  it { should be_running }
end

describe file('/etc/nginx/nginx.conf') do
  it { should be_file }
  it { should be_mode 644 }
  it { should be_owned_by 'root' }
  it { should be_grouped_into 'root' }
  its(:content) { should match /^user\s+www-data;/ }
  its(:content) { should_not match(/server_tokens on/) }
  its(:sha256sum) { should eq '35435ea447c19f0ea5ef971837ab9ced' }
end

describe file('/var/www') do
  it { should be_directory }
  it { should be_readable.by('others') }
end

describe file('/etc/motd') do
  it { should_not exist }
end

describe user('www-data') do
  it { should exist }
  it { should have_uid 33 }
  it { should belong_to_group 'www-data' }
  it { should have_login_shell '/usr/sbin/nologin' }
end

describe port(80) do
  it { should be_listening }
end

%w(curl wget).each do |name|
  describe package(name) do
    it { should be_installed }
  end
end

describe file('/etc/redhat-release'), if: os[:family] == 'redhat' do
  it { should be_file }
end

describe command('nginx -v') do
  its(:stderr) { should match /nginx/ }
  its(:exit_status) { should eq 0 }
end

describe command('id app') do
  its(:stdout) { should include 'uid=' }
end

describe file('/usr/bin/java') do
  it { should be_file }
  it { should be_owned_by 'root' }
end

describe file('/usr/bin/editor') do
  it { should exist }
end

describe file('/etc/motd.d') do
  it { should_not be_directory }
end

describe file('/etc/issue') do
  it { should exist }
  it { should be_file }
  its(:content) { should match /Debian/ }
end

describe file('/etc/rc.local') do
  it { should be_symlink }
  it { should be_linked_to '/etc/rc' }
end

describe file('/etc/ssl/link') do
  it { should be_file }
  it { should be_symlink }
  it { should be_mode 777 }
end

describe file('/etc/no.d') do
  it { should exist }
  it { should_not be_directory }
end
