property :names, Array, name_property: true, coerce: proc { |x| Array(x) }
property :label, String, name_property: true, coerce: proc { |x| x.gsub('.', '__') }
property :port, Integer, default: '80', coerce: proc { |x| x.to_i }
property :pairs, Hash, default: lazy { [['k', 2]] }, coerce: proc { |x| x.to_h }
property :list, [Array, String], default: 'x', coerce: proc { |x| Array(x) }
property :word, String, default: lazy { 'Q' }, coerce: proc { |x| x.downcase }
property :nothing, String, default: nil, coerce: proc { |x| x.downcase }
property :binds, Array, coerce: proc { |x| x.sort }
action :create do
  new_resource.names.each { |x| package x }
  log new_resource.pairs.keys.first.upcase
end
