import RubySyntax
import Source
import Testing

@Suite struct RubyTreeTests {
  @Test func `A resource is a call with a block`() throws {
    let ruby = RubyText("package 'nginx' do\n  action :install\n  not_if { ready? }\nend\n")
    #expect(ruby.faults == [])
    #expect(ruby.calls == ["package", "action", "not_if", "ready?"])
    let node = try #require(ruby.statements.first)
    guard case .call(let call) = ruby.tree.shape(of: node) else { throw Unexpected() }
    #expect(call.form == .command && call.block != nil)
    #expect(ruby.tree.location(of: call.selector).range == ByteRange(0, 7))
    #expect(ruby.strings == ["nginx"])
  }

  @Test(arguments: [
    ("a + b * c", "(a + (b * c))"), ("-2 ** 2", "(-(2 ** 2))"), ("-2.abs", "-2.abs()"),
    ("!a == b", "((!a) == b)"), ("a ? b : c ? d : e", "(a ? b : (c ? d : e))"),
    ("a || b && c", "(a || (b && c))"), ("x = y = 1", "x = y = 1"), ("a ** b ** c", "(a ** (b ** c))"),
    ("not a and b", "((!a) && b)"), ("1..2", "1..2"), ("a - b - c", "((a - b) - c)"),
    ("a << b + c", "(a << (b + c))"), ("x = a rescue b", "x = a rescue b"),
    ("defined? a && b", "(defined? a && b)"),
  ])
  func `Operators bind as in Ruby`(text: String, shape: String) throws {
    let ruby = RubyText(text)
    #expect(ruby.faults == [])
    #expect(ruby.bracketed(try #require(ruby.statements.first)) == shape)
  }

  @Test(arguments: [
    ("foo /x/", ["foo"]), ("x = 1\nx /2", []), ("foo -1", ["foo"]), ("x = 1; x -1", []),
    ("foo [1]", ["foo"]), ("x = []; x [1]", ["[]"]), ("foo *a", ["foo", "a"]), ("foo * a", ["foo", "a"]),
    ("x = 1\nx ? 1:2", []), ("puts ?a", ["puts"]), ("foo %w(a b)", ["foo"]), ("foo % w", ["foo", "w"]),
    ("foo <<A\nA\n", ["foo"]), ("source = 1\nsource source", ["source"]),
    ("raise Foo 'x'", ["raise", "Foo"]),
    ("a.b c, d: 1 do end", ["b", "a", "c"]), ("foo a do end", ["foo", "a"]),
    ("x = foo.bar\n  .baz", ["baz", "bar", "foo"]),
    ("if /(?<x>a)/ =~ foo\n x /2\nend", ["foo"]), ("foo&.bar", ["bar", "foo"]),
    ("while a do b end", ["a", "b"]), ("foo(1) { |a, (b, c)| b }", ["foo"]),
  ])
  func `A mark means what its place says`(text: String, calls: [String]) {
    let ruby = RubyText(text)
    #expect(ruby.faults == [])
    #expect(ruby.calls == calls, "\(text)")
  }

  @Test(arguments: [
    (#""a\tb\u00e9\x41""#, "a\tbéA"), (#"'a\'b\n'"#, #"a'b\n"#), ("%q(a(b)c)", "a(b)c"), (#""a" 'b'"#, "ab"),
    ("<<~A\n    x\n      y\n\n    z\nA\n", "x\n  y\n\nz\n"), ("<<-'A'\n  a\\n\n  A\n", "  a\\n\n"),
    ("?a", "a"),
    ("\"a\r\nb\"", "a\nb"), ("\"a\\\nb\"", "ab"), ("%(a)", "a"), (#""\e""#, "\u{1B}"),
  ])
  func `A string stands for its text`(literal: String, text: String) {
    let ruby = RubyText(literal)
    #expect(ruby.faults == [])
    #expect(ruby.strings == [text])
  }

  @Test func `Several here-documents begin on one line`() {
    let ruby = RubyText("foo(<<A, <<-B)\na\nA\n b\n B\nbar\n")
    #expect(ruby.faults == [])
    #expect(ruby.strings == ["a\n", " b\n"])
    #expect(ruby.calls == ["foo", "bar"])
  }

  @Test func `The bytes of a here-document lead back to the file`() throws {
    let ruby = RubyText("code <<~SH\n  echo a\n  rm -rf \\\"b\n  SH\n")
    let node = try #require(
      ruby.nodes.first { if case .string = ruby.tree.shape(of: $0) { true } else { false } })
    let content = try #require(ruby.tree.content(of: node))
    #expect(content.string == "echo a\nrm -rf \"b\n")
    let at = try #require(content.bytes.firstIndex(of: UInt8(ascii: "r")))
    #expect(content.location(of: ByteRange(at, at + 2)).range == ByteRange(22, 24))
  }

  @Test(arguments: [
    ("1_000", 1000), ("0x1F", 31), ("0b101", 5), ("017", 15), ("-3", -3), ("0", 0), ("0d9", 9),
  ])
  func `An integer has its value`(literal: String, value: Int) throws {
    let ruby = RubyText(literal)
    #expect(ruby.tree.integer(of: try #require(ruby.statements.first)) == value)
  }

  @Test func `What follows __END__ is data`() {
    let ruby = RubyText("foo\n__END__\n)(\n")
    #expect(ruby.faults == [])
    #expect(ruby.tree.dataStart == 12)
  }

  @Test func `Comments are kept`() {
    let ruby = RubyText("# a\nfoo # b\n=begin\nc\n=end\n  .bar\n")
    #expect(ruby.tree.comments == [ByteRange(0, 3), ByteRange(8, 11), ByteRange(12, 25)])
  }

  struct Unexpected: Error {}
}
