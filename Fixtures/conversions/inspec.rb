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
