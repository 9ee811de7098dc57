actions :create, :remove
default_action :create
attribute :name, kind_of: String, name_attribute: true
attribute :path, kind_of: [String, NilClass], default: nil
attribute :mode, kind_of: [String, Integer], default: '0644', regex: [/\A0?\d{3}\z/]
attr_accessor :exists
def initialize(*args)
  super
  @action = :create
end
