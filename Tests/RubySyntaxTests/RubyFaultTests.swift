import RubySyntax
import Source
import Testing

@Suite struct RubyFaultTests {
  @Test(arguments: [
    ("foo do\n  bar\n", ["3:1 `do` is not closed: `end` is missing"]),
    ("foo)\n", ["1:4 `)` cannot stand here"]),
    ("x = \"a\n", ["2:1 `\"` is not closed: `\"` is missing"]),
    ("end\n", ["1:1 `end` cannot stand here"]),
    ("foo(1,\n", ["2:1 the text ends too early"]),
    ("nil = 1\n", ["1:1 `nil` cannot be assigned to"]),
    ("x = <<A\nb\n", ["3:1 `<<A` is not closed: `A` is missing"]),
    ("a b c: 1 d\n", ["1:10 `d` cannot stand here"]),
    ("x = [1, 2\ny = 3\n", ["2:1 `y` cannot stand here"]),
    ("def f(a, a) end\n", ["1:10 two parameters have the same name"]),
    ("case a\nin [x, y] then x\nend\n", ["2:1 pattern matching is not followed"]),
  ])
  func `A fault is told where Ruby tells it`(text: String, faults: [String]) {
    #expect(RubyText(text).faults == faults)
  }

  @Test func `An end that is missing is blamed on the indentation`() throws {
    let ruby = RubyText("foo do\n  if a\n    b\nend\n\nbar do\nend\n")
    let fault = try #require(ruby.tree.faults.first)
    #expect(fault.opening?.range == ByteRange(9, 11))
  }

  @Test func `The rest of a file is kept`() {
    let ruby = RubyText(
      "one 'a' do\n  x [1,\n  y 2\nend\n\ntwo(do\n  inner\nend\n\nthree 'c' do\n  a 1\n  b => 2\n  c 3\nend\nfour\n"
    )
    #expect(!ruby.tree.isAccepted)
    #expect(
      ruby.calls.filter { ["one", "y", "three", "a", "c", "four"].contains($0) } == [
        "one", "y", "three", "a", "c", "four",
      ])
  }

  @Test(arguments: [
    "(", "[", "{a: ", "-> { ", "foo do ", "!", "a ? ", "\"#{", "x = ", "if a\n", "not ", "a + (", "%w(",
    "a.b(", "- ", "def a(b = ", "<<A\n#{", "|", "case ", "class << ", "a, (", "(a, (", "*",
  ])
  func `Deep nesting and long repetition end with a fault`(piece: String) {
    let ruby = RubyText(String(repeating: piece, count: 20_000))
    #expect(!ruby.tree.isAccepted)
    #expect(ruby.tree.faults.count <= 41)
  }

  @Test(arguments: ["a.b", ".c", " + 1", "[0]", " if a", "\nelsif b\n", " && a", " and a"])
  func `A chain that is too long ends with a fault`(piece: String) {
    let ruby = RubyText((piece.hasPrefix("\n") ? "if a" : "a") + String(repeating: piece, count: 20_000))
    #expect(!ruby.tree.isAccepted || piece == "a.b")
  }

  @Test func `A pattern is no error of Ruby`() {
    let ruby = RubyText("case a\nin {x:} if x\n  foo\nelse\n  bar\nend\nbaz\n")
    #expect(ruby.tree.isAccepted && ruby.tree.faults.count == 1)
    #expect(ruby.calls == ["a", "foo", "bar", "baz"])
  }
}
