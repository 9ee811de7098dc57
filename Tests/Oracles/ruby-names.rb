# Prints the Swift file that lists what Ruby's own classes have: `ruby Tests/Oracles/ruby-names.rb >
# Sources/Models/RubyEvaluation/Core/Names/StandardNames+Data.swift`.
%w[base64 benchmark bigdecimal csv date delegate digest digest/sha2 english erb etc fileutils find forwardable io/console ipaddr
   json logger matrix net/http net/https observer open3 open-uri openssl optparse ostruct pathname pp prime pstore
   rbconfig rexml/document securerandom set shellwords singleton socket stringio strscan tempfile time timeout tmpdir tsort
   uri yaml zlib].each do |library|
  begin
    require library
  rescue LoadError
    nil
  end
end

# Those that the interpreter has; all others it does not follow at all.
CLASSES = [
  BasicObject, Object, Kernel, Module, Class, Comparable, Enumerable, NilClass, TrueClass, FalseClass, Numeric, Integer,
  Float, String, Symbol, Array, Hash, Range, Regexp, MatchData, Proc, Method, UnboundMethod, Exception, NameError,
  NoMethodError, KeyError, FrozenError, StopIteration, SystemExit, Struct, Set, Enumerator, Enumerator::Lazy,
  Enumerator::Yielder, Encoding, Math, Time, IO, File, Dir, Pathname, JSON, Psych, URI, URI::Generic, ERB::Util,
  Shellwords, Base64, Gem::Version, Gem::Requirement, Gem::Dependency
].freeze

# Those of which only their own methods are told: what they make is the machine's.
LIBRARIES = [FileUtils, Etc, Open3, SecureRandom].freeze

# Names of a few words a line, as the inside of a long string.
def lines(names)
  names.uniq.sort.join(" ").gsub(/(.{1,98})(?:\s+|\z)/, "    \\1\n")
end

def entry(name, names)
  return "" if names.empty?
  "    \"#{name}\": \"\"\"\n#{lines(names)}    \"\"\",\n"
end

puts "// Written by Tests/Oracles/ruby-names.rb."
puts
puts "extension StandardNames {"
puts "  /// The methods of the instances of each class or module, and after a point, of itself."
puts "  static let lists: [String: String] = ["
def named(names)
  names.reject { |name| name.start_with?("_") && ![:__id__, :__send__, :__method__, :__dir__].include?(name) }
end

CLASSES.each do |type|
  own = type.instance_methods(false) + type.protected_instance_methods(false)
  own += type.private_instance_methods(false) if [Kernel, Module, BasicObject].include?(type)
  own += JSON::Ext::Generator::GeneratorMethods::Object.instance_methods if type == Kernel
  print entry(type.name, named(own))
  print entry(type.name + ".", named(type.singleton_methods(false))) unless type == Kernel
end
LIBRARIES.each { |type| print entry(type.name + ".", named(type.singleton_methods)) }
puts "  ]"
puts
puts "  /// The constants of the top level."
puts "  static let constantList = \"\"\""
print lines(Object.constants - [:CLASSES, :LIBRARIES])
puts "    \"\"\""
puts "}"
