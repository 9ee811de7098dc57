# What Ruby has and the interpreter has not is unknown; what nobody has is a fault.
require 'openssl'
declare OpenSSL::Digest.new('x').hexdigest('y')
declare 'x'.unpack('N*').nil?, `hostname`, File.exist?('/x'), ENV['HOME'], Time.now.year
declare [1].respond_to?(:each), 1.respond_to?(:nothing_like_this), unknown!.respond_to?(:x)
declare File.join('a', 'b'), File.basename('a/b.rb', '.rb')
[].no_such_method
# -> sure ?
# -> sure ?, ?, ?, ?, ?
# -> sure true, false, ?
# -> sure "a/b", "b"
# failed sure NoMethodError 7
