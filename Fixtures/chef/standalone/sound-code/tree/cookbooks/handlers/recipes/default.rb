Chef::Config[:report_handlers] << Ours::Report.new(path: '/tmp')
Chef::Config.exception_handlers << Ours::Report.new
Chef.event_handler do
  on :run_failed do |exception|
    Chef::Log.fatal exception.message
  end
end
chef_handler 'Ours::Report' do
  source '/tmp/x.rb'
  arguments [{ a: 1 }]
  type report: true, exception: true
end
