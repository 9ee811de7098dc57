# Prints what Ruby's own parser finds in the files that are named on standard input, one a line: a line
# `= accepted PATH` or `= refused PATH`, then one record a line, sorted.
# With `--verdicts` only the first line of each; with `--compiled` too, and that is what the compiler says.
require "ripper"

class Records
  attr_reader :lines

  def initialize
    @lines = []
  end

  def at(kind, token, extra = "")
    @lines << "#{kind} #{token[2][0]} #{token[2][1]} #{token[1]}#{extra}"
  end

  def token?(node)
    node.is_a?(Array) && node[0].is_a?(Symbol) && node[0].start_with?("@")
  end

  def count(args)
    return 0 if args.nil? || args == false || args == []
    case args[0]
    when :arg_paren, :paren then count(args[1])
    when :args_add_block then count(args[1])
    when :args_add_star then count(args[1]) + 1 + args[3..].length
    when :args_forward then 1
    when Symbol then 1
    else args.length
    end
  end

  def call(token, args, block)
    return @lines << "call.() #{count(args)} #{block}" if token == :call
    return walk(token) unless token?(token)
    at("call", token, " #{count(args)} #{block}")
  end

  # The nest of operators that a node begins, without places.
  def nest(node)
    return "_" unless node.is_a?(Array)
    case node[0]
    when :binary then "(#{nest(node[1])}#{operator(node[2])}#{nest(node[3])})"
    when :unary then unary(node)
    when :ifop then "(#{nest(node[1])}?#{nest(node[2])}:#{nest(node[3])})"
    when :dot2, :dot3 then "(#{node[1] ? nest(node[1]) : ''}#{node[0] == :dot2 ? '..' : '...'}#{node[2] ? nest(node[2]) : ''})"
    else "_"
    end
  end

  def operator(name)
    { and: "&&", or: "||" }[name] || name.to_s
  end

  def unary(node)
    "#{node[1] == :not ? '!' : node[1].to_s}#{nest(node[2])}"
  end

  def operators(node)
    @lines << "nest #{nest(node)}"
    open = [node]
    until open.empty?
      inner = open.pop
      inner[1..].each do |child|
        next unless child.is_a?(Array)
        [:binary, :unary, :ifop, :dot2, :dot3].include?(child[0]) ? open << child : walk(child)
      end
    end
  end

  def params(node)
    return if node.nil? || node == false
    _, required, optional, rest, post, keywords, others, block = node
    [required, rest, post, others, block].each { |part| param(part) }
    ((optional || []) + (keywords || [])).each do |name, default|
      param(name)
      walk(default)
    end
  end

  def param(part)
    case part
    when Array
      if token?(part)
        @lines << "param #{part[2][0]} #{part[2][1]} #{part[1].chomp(':')}" if [:@ident, :@label].include?(part[0])
      elsif part[0].is_a?(Symbol)
        case part[0]
        when :mlhs, :mlhs_add_star, :mlhs_add_post, :rest_param, :kwrest_param, :blockarg, :mlhs_paren
          part[1..].each { |inner| param(inner) }
        when :args_forward, :excessed_comma then nil
        when :var_field then param(part[1])
        else walk(part)
        end
      else
        part.each { |inner| param(inner) }
      end
    end
  end

  def walk(node, block = false)
    return unless node.is_a?(Array)
    unless node[0].is_a?(Symbol)
      node.each { |child| walk(child) }
      return
    end
    case node[0]
    when :vcall then call(node[1], nil, block)
    when :fcall then call(node[1], nil, block)
    when :command
      call(node[1], node[2], block)
      walk(node[2])
    when :command_call
      walk(node[1])
      call(node[3], node[4], block)
      walk(node[4])
    when :call
      walk(node[1])
      call(node[3], nil, block)
    when :method_add_arg
      callee = node[1]
      walk(callee[1]) if callee[0] == :call
      call(callee[0] == :call ? callee[3] : callee[1], node[2], block)
      walk(node[2])
    when :method_add_block
      walk(node[1], true)
      walk(node[2])
    when :super, :yield
      @lines << "#{node[0]} #{count(node[1])} #{block}"
      walk(node[1])
    when :zsuper then @lines << "super 0 #{block}"
    when :yield0 then @lines << "yield 0 false"
    when :aref, :aref_field
      @lines << "index #{count(node[2])}"
      walk(node[1])
      walk(node[2])
    when :field
      walk(node[1])
      at("field", node[3])
    when :var_ref then reference(node[1], "read")
    when :var_field then reference(node[1], "write") if node[1]
    when :const_ref then at("const", node[1])
    when :const_path_ref, :const_path_field
      walk(node[1])
      at("const", node[2])
    when :top_const_ref, :top_const_field then at("const", node[1])
    when :params then params(node)
    when :block_var
      params(node[1])
      (node[2] || []).each { |name| at("param", name) }
    when :lambda
      head = node[1][0] == :paren ? node[1][1] : node[1]
      params(head)
      @lines << "lambda"
      walk(node[2])
    when :def
      at("def", node[1])
      walk(node[2])
      walk(node[3])
    when :defs
      walk(node[1])
      at("def", node[3])
      walk(node[4])
      walk(node[5])
    when :binary, :unary, :ifop, :dot2, :dot3 then operators(node)
    when :symbol then at("sym", node[1])
    when :@label then @lines << "sym #{node[2][0]} #{node[2][1]} #{node[1].chomp(':')}"
    when :var_alias then nil
    when :@backref then at("variable", node)
    when :@int, :@float, :@rational, :@imaginary then at("num", node)
    when :if, :unless, :while, :until, :if_mod, :unless_mod, :while_mod, :until_mod, :elsif, :case, :when, :for,
      :begin, :rescue, :ensure, :rescue_mod, :return, :return0, :break, :next, :redo, :retry, :sclass, :class,
      :module, :alias, :undef, :defined, :massign, :opassign, :assign, :hash, :BEGIN, :END
      @lines << "node #{node[0].to_s.sub('return0', 'return').sub('elsif', 'if')}"
      node[1..].each { |child| walk(child) }
    when :mlhs, :mrhs_new_from_args, :args_add_block, :args_add_star then node[1..].each { |child| walk(child) }
    else node[1..].each { |child| walk(child) }
    end
  end

  def reference(token, use)
    return walk(token) unless token?(token)
    case token[0]
    when :@ident then at(use, token)
    when :@const then at("const", token)
    when :@ivar, :@gvar, :@cvar, :@backref then at("variable", token)
    end
  end

  # The strings that are the same in every run, with their escapes read.
  def strings(node, is_piece = false)
    return unless node.is_a?(RubyVM::AbstractSyntaxTree::Node)
    case node.type
    when :STR, :LIT
      return unless node.children[0].is_a?(String)
      @lines << "str #{node.children[0].b.unpack1('H*')}" unless is_piece || node.children[0].empty?
    when :DSTR, :DXSTR, :DREGX, :DSYM, :DREGX_ONCE then node.children.each { |child| strings(child, true) }
    when :LIST, :ZLIST then node.children.each { |child| strings(child, is_piece) }
    else node.children.each { |child| strings(child) }
    end
  end
end

# Whether the compiler takes a text: it refuses more than the grammar does.
def compiles?(source)
  verbose, $VERBOSE = $VERBOSE, nil
  !!RubyVM::InstructionSequence.compile(source)
rescue SyntaxError
  false
ensure
  $VERBOSE = verbose
end

$stdout.binmode
STDIN.each_line(chomp: true) do |path|
  source = File.binread(path).force_encoding("UTF-8")
  if ARGV.include?("--compiled")
    puts "= #{compiles?(source) ? "accepted" : "refused"} #{path}"
    next
  end
  parser = Ripper::SexpBuilderPP.new(source, path)
  begin
    tree = parser.parse
  rescue ArgumentError
    # An encoding that Ruby does not know.
    tree = nil
  end
  verdict = parser.error? || tree.nil? ? "refused" : "accepted"
  puts "= #{verdict} #{path}"
  next if ARGV.include?("--verdicts") || verdict == "refused"
  records = Records.new
  records.walk(tree)
  begin
    verbose, $VERBOSE = $VERBOSE, nil
    records.strings(RubyVM::AbstractSyntaxTree.parse(source))
  rescue SyntaxError
    records.lines << "refused when compiled"
  ensure
    $VERBOSE = verbose
  end
  puts records.lines.sort
end
