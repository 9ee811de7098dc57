require 'spec_helper'

describe 'web::default' do
  platform 'ubuntu', '20.04'
  let(:chef_run) do
    ChefSpec::SoloRunner.new(step_into: %w(site)) do |node|
      node.normal['web']['port'] = 81
    end.converge(described_recipe)
  end
  before { stub_command('test -x /usr/sbin/nginx').and_return(true) }

  it 'installs' do
    expect(chef_run).to install_package('nginx').with(version: nil)
    expect { chef_run }.not_to raise_error
    expect(chef_run.template('/etc/nginx/nginx.conf')).to notify('service[nginx]').to(:reload).delayed
  end

  context "when #{:off}" do
    %w(a b).each do |site|
      it { is_expected.to_not create_link("/etc/#{site}") }
    end
    its('port') { should eq 81 }
  end
end
