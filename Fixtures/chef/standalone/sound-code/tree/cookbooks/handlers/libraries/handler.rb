require 'chef/handler'
require 'chef/log'
module Ours
  class Report < Chef::Handler
    def initialize(options = {})
      super()
      @options = options
    end
    def report
      Chef::Log.info("took #{run_status.elapsed_time} #{@options.inspect}")
      data[:node].name
    end
  end
end
