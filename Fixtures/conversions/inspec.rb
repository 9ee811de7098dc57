title 'the greeter'

control 'greeter-1' do
  impact 0.7
  title 'The configuration is private'
  desc 'Others cannot read it'
  describe file('/etc/greeter/greeter.conf') do
    it { should exist }
    its('mode') { should cmp '0640' }
    its('owner') { should eq 'root' }
    its('content') { should match(%r{^port = \d+$}) }
    its('size') { should be > 10 }
  end
end

control 'greeter-2' do
  only_if { os.debian? }
  describe package('apt') do
    it { should be_installed }
  end
end

describe group('greeter') do
  it { should exist }
  its('gid') { should eq 999 }
end

describe.one do
  describe file('/a') do
    it { should exist }
  end
end

describe package('curl') do
  its('version') { should eq '7.88.1-10+deb12u5' }
  its('version') { should cmp >= '7.0' }
end

describe json('/etc/app.json') do
  its('port') { should eq 8080 }
  its(['server', 'tls.on']) { should eq true }
  its(['users', 0, 'name']) { should match(/^ann/) }
  its('server.name') { should eq '/srv/' }
  its('server.name') { should_not eq 'x' }
  its('tags') { should eq ['a', 'b'] }
  its('port') { should be > 80 }
end

describe ini('/etc/app.ini') do
  it { should exist }
  its('Service.Restart') { should eq 'always' }
  its('Service.Restart') { should match(/^al/) }
  its('Service.Limit') { should eq 5 }
end

describe yaml('/etc/app.yaml') do
  its(['d']) { should cmp 'x' }
end

describe file('/etc/alternatives/editor') do
  its('type') { should eq 'file' }
  its('type') { should_not eq 'symlink' }
end
