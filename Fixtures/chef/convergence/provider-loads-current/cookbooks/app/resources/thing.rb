actions :create
default_action :create
attribute :size, kind_of: Integer, default: 3
attr_accessor :there
