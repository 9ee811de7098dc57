# Prints the Swift file that lists the names of the constants which Chef defines: `ruby Tests/Oracles/chef-constants.rb
# CHECKOUT… > Sources/Models/Chef/Compiling/Classes/ChefConstantNames.swift`, with a checkout of chef/chef for each
# version that is to be known.

DEFINITIONS = [
  /^\s*(?:class|module)\s+([A-Z][\w:]*)/, /^\s*([A-Z]\w*)\s*(?:\|\|)?=[^=~>]/, /\bautoload\s+:([A-Z]\w*)/,
  /\b(?:const_set|deprecate_constant)\(?\s*[:"]([A-Z]\w*)/
].freeze
# What only the tools of a workstation and Windows have.
OTHERS = %r{/(win32|knife|chef_fs|application)/}.freeze

files = ARGV.flat_map { |checkout| Dir.glob("#{checkout}/{,chef-utils/,chef-config/}lib/**/*.rb") }
names = files.reject { |file| file.match?(OTHERS) }.flat_map do |file|
  text = File.binread(file)
  DEFINITIONS.flat_map { |definition| text.scan(definition).flatten }.flat_map { |path| path.split("::") }
end
names += %w[ReservedNames Win32]

puts "// Written by Tests/Oracles/chef-constants.rb."
puts
puts "/// The constants that some client from Chef 12 on defines, wherever: a name that is none of them is the program's own."
puts "enum ChefConstantNames {"
puts "  static func have(_ name: String) -> Bool { names.contains(name) }"
puts
puts "  static let names = Set("
puts '    """'
print names.uniq.sort.join(" ").gsub(/(.{1,104})(?:\s+|\z)/, "    \\1\n")
puts '    """.split { $0 == " " || $0 == "\n" }.map(String.init))'
puts "}"
