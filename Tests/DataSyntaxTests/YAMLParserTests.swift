import DataSyntax
import Diagnostics
import Source
import Testing

@Suite struct YAMLParserTests {
  @Test(arguments: [
    ("~", DataNode.Kind.null), ("NULL", .null), ("nUll", .string), ("True", .bool), ("yes", .string),
    ("on", .string), ("0x1F", .number), ("0o17", .number), ("017", .number), ("1_000", .string),
    (".5", .number), ("5.", .number), (".", .string), ("-.inf", .number), (".NaN", .number), ("1e", .string),
    ("12:30:45", .string), ("2001-12-14", .string), ("\"12\"", .string), ("'true'", .string), ("+1", .number),
  ])
  func `Plain scalars follow the core schema`(written: String, kind: DataNode.Kind) {
    #expect(Parsing("a: \(written)\n", as: .yaml).tree.root["a"]?.kind == kind)
  }

  @Test(arguments: [("0x1F", 31), ("0o17", 15), ("017", 17), ("+12", 12), ("-3", -3)])
  func `Whole numbers have a value`(written: String, value: Int) {
    #expect(Parsing("a: \(written)\n", as: .yaml).tree.root["a"]?.integer == value)
  }

  @Test func `Keeps comments, and no hash of a quote or a block`() {
    let parsing = Parsing(
      """
      # first
      é: "a # b" # second
      c: d#e
      f: | # third
        # text
      g: &x # fourth
        h: [1, # fifth
          2]
      i: >-
        text

      # last
      """, as: .yaml)
    #expect(parsing.messages.isEmpty)
    let comments = parsing.tree.comments.map {
      String(decoding: parsing.file.bytes[$0.indices], as: UTF8.self)
    }
    #expect(comments == ["# first", "# second", "# third", "# fourth", "# fifth", "# last"])
  }

  @Test(arguments: [
    ("/a", "{x: 1}"), ("/b", "- p\n- q"), ("/b/1", "q"), ("/c", "|\n  text\n  more"), ("/d", "'it''s'"),
    ("/e", "*y"),
    ("/f", ""), ("/g/h", "ü"), ("/i", "two\n  lines"),
  ])
  func `Nodes lie where they are written`(pointer: String, written: String) throws {
    let parsing = Parsing(
      """
      é: 😀
      a: &y {x: 1}
      b:
      - p
      - q

      # comment
      c: |
        text
        more

      d: !!str 'it''s'
      e: *y
      f:
      g:
        h: ü
      i: two
        lines

      """, as: .yaml)
    let node = try #require(parsing.tree.node(at: pointer))
    #expect(parsing.text(at: node.location) == written)
  }

  @Test func `A shell line in a block lies in the file`() throws {
    let parsing = Parsing("inline:\n- |\n    set -e\n    greet \"é\"  # now\n", as: .yaml)
    let script = try #require(parsing.tree.node(at: "/inline/0")?.scalar)
    #expect(script.string == "set -e\ngreet \"é\"  # now\n")
    let place = script.location(of: ByteRange(7, 12))
    #expect(parsing.text(at: place) == "greet")
    #expect(script.isVerbatim(ByteRange(7, 12)))
    #expect(!script.isVerbatim(ByteRange(0, 12)))
  }

  @Test func `An alias has its own place and the anchor's value`() throws {
    let parsing = Parsing("a: &x some text\nb: *x\n", as: .yaml)
    let node = try #require(parsing.tree.root["b"])
    #expect(node.string == "some text")
    #expect(parsing.text(at: node.location) == "*x")
    #expect(parsing.text(at: node.contentLocation) == "some text")
  }

  @Test func `A merged entry lies where it is written, and is no duplicate`() throws {
    let parsing = Parsing("a: &x {k: 1, l: 2}\nb:\n  <<: *x\n  k: 3\n  k: 4\n", as: .yaml)
    let merged = try #require(parsing.tree.root["b"]?.entry("l"))
    #expect(parsing.file.position(at: merged.key.location.range.start).line == 1)
    #expect(parsing.tree.root["b"]?["k"]?.integer == 4)
    #expect(parsing.tree.duplicateKeys.map { parsing.file.position(at: $0.again.range.start).line } == [5])
  }

  @Test func `Bounds what aliases would grow to`() {
    var source = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      source += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let bomb = Parsing(source, as: .yaml)
    #expect(bomb.messages == ["written out, the aliases up to here make more than 1000000 nodes"])
    #expect(bomb.tree.root.kind == .missing)
  }

  @Test func `Bounds what merges would grow to`() {
    var source = "m0: &m0 {k0: 1}\n"
    for level in 1...2000 { source += "m\(level): &m\(level) {<<: *m\(level - 1), k\(level): 1}\n" }
    #expect(Parsing(source, as: .yaml).messages.count == 1)
  }

  @Test func `Bounds how deep aliases lead`() {
    var source = "a0: &a0 [x]\n"
    for level in 1...1100 { source += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    let parsing = Parsing(source, as: .yaml)
    #expect(parsing.messages.first == "values lie in each other more than 1000 deep")
    #expect(parsing.tree.root.entries.count == 1101)
  }

  @Test func `Ends a heap of brackets in one fault`() {
    let brackets = Parsing(Array(repeating: UInt8(ascii: "["), count: 200_000), as: .yaml)
    #expect(brackets.messages == ["values lie in each other more than 1000 deep"])
    let blocks = (0..<1500).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    #expect(Parsing(blocks, as: .yaml).messages == ["values lie in each other more than 1000 deep"])
  }

  @Test(arguments: ["", "# only a comment\n", "---\n", "--- ~\n...\n"])
  func `An empty document is null`(source: String) {
    let parsing = Parsing(source, as: .yaml)
    #expect(parsing.messages.isEmpty)
    #expect(parsing.tree.root.kind == .null)
    #expect(parsing.tree.isIntact)
  }

  @Test func `Says what to do with a template`() {
    let packer = Parsing("image: {{user `base`}}\nx: {{`y`}}\n", as: .yaml)
    #expect(packer.diagnostics.first?.help?.contains("quotes") == true)
    let erb = Parsing("a: 1\n<% if x %>\nb: 2\n", as: .yaml)
    #expect(erb.diagnostics.first?.help?.contains("ERB") == true)
  }
}
