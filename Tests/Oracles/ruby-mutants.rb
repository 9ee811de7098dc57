# Makes broken twins of the Ruby files that are named on standard input: `ruby-mutants.rb FOLDER COUNT` writes
# COUNT of each into FOLDER, one fault in each, and prints their paths. The same input gives the same twins.
require "ripper"
require "zlib"

INSERTED = ["end", "do", "(", ")", "[", "]", "{", "}", ",", "=>", ":", "\"", "'", "|", "=", ".", "if", "\#{", "\n", "+", "!", ";", "?"]
BYTES = [" ", "\n", "(", ")", "'", "\"", ",", ":", "{", "}", "#", "a", "0", "=", "|", "@", "$", "\\", "%", "&", "-"]

def mutant(source, tokens, random)
  kind = random.rand(6)
  if kind < 3
    index = random.rand(tokens.length)
    words = tokens.dup
    case kind
    when 0 then words.delete_at(index)
    when 1 then words.insert(index, words[index])
    else words.insert(index, INSERTED[random.rand(INSERTED.length)])
    end
    return words.join
  end
  at = random.rand(source.bytesize)
  bytes = source.b
  case kind
  when 3 then bytes.slice!(at)
  when 4 then bytes.insert(at, bytes[at])
  else bytes.insert(at, BYTES[random.rand(BYTES.length)])
  end
  bytes
end

folder, count = ARGV
STDIN.each_line(chomp: true) do |path|
  source = File.binread(path).force_encoding("UTF-8")
  tokens = Ripper.lex(source).map { |token| token[2] }
  next if tokens.length < 5 || tokens.join.bytesize != source.bytesize
  random = Random.new(Zlib.crc32(File.basename(path) + source))
  count.to_i.times do |number|
    name = format("%s/%08x-%d.rb", folder, Zlib.crc32(path), number)
    File.binwrite(name, mutant(source, tokens, random))
    puts name
  end
end
