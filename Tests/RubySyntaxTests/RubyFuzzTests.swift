import RubySyntax
import Source
import Support
import Testing

@Suite struct RubyFuzzTests {
  private static let words = [
    "end", "do", "if ", "def a(", "class A", "{", "}", "[", "]", "(", ")", "|", "\"", "'", "`", "#{",
    "<<~A\n", "A\n",
    "%w(", "%q", "?", ":", "::", "=>", "=", "+=", "&.", "..", "...", "->", "\\", "\n", "\r\n", "\0",
    "__END__\n",
    "=begin\n", "case a\nin ", "*", "**", "&", "!", "-", "/", "@", "$", "é", "\u{FEFF}", "rescue", "ensure",
    "%>",
    "<%= ", "<%", "<%#", "<%%", "-%>",
  ]

  @Test func `Broken files are read to the end`() throws {
    try tryAll(CaseFolder.files(in: "ruby/cookbooks", endings: [".rb"]).map(\.bytes)) { bytes in
      let ruby = RubyText(bytes)
      let nodes = ruby.nodes
      #expect(nodes.count <= ruby.tree.nodeCount)
      #expect(nodes.allSatisfy { ruby.tree.range(of: $0).end <= bytes.count })
      #expect(ruby.tree.faults.count <= 41)
      #expect(ruby.tree.faults.allSatisfy { $0.location.range.end <= bytes.count })
    }
  }

  @Test func `Broken templates are read to the end`() throws {
    try tryAll(CaseFolder.files(in: "ruby/templates", endings: [".erb"]).map(\.bytes)) { bytes in
      let file = SourceFile(FileID("a.erb"), bytes: bytes)
      let template = RubyTemplate.parse(DerivedText(file))
      #expect(template.pieces.allSatisfy { $0.end <= bytes.count })
      #expect(template.tree.faults.allSatisfy { $0.location.range.end <= bytes.count })
    }
  }

  /// Were the time to grow with the square of the text, this would take hours.
  @Test(.timeLimit(.minutes(15))) func `Time grows as the text does`() {
    for piece in [
      "a 'b'\n", "x = %q(\n", "<<A\n", "\"\n", "foo(<<A, 1)\nA\n", "# c\n", "a(\n", "{ a => b }\n",
    ] {
      let text = RubyText(String(repeating: piece, count: 20_000))
      #expect(text.nodes.count > 0, "\(piece)")
    }
  }

  private func tryAll(_ seeds: [[UInt8]], _ check: ([UInt8]) -> Void) throws {
    let fuzzing = Fuzzing(rounds: 600)
    var random = SplitMix(state: fuzzing.seed)
    var round = 0
    while fuzzing.goesOn(after: round) {
      check(mutate(seeds[round % seeds.count], &random))
      round += 1
    }
  }

  private func mutate(_ seed: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = seed
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let at = Int.random(in: 0...bytes.count, using: &random)
      let until = min(bytes.count, at + Int.random(in: 1...60, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.removeSubrange(at..<until)
      case 1: bytes.insert(contentsOf: Array((Self.words.randomElement(using: &random) ?? "").utf8), at: at)
      case 2: if at < bytes.count { bytes[at] = UInt8.random(in: 0...255, using: &random) }
      default:
        bytes.insert(
          contentsOf: bytes[at..<until].map { $0 }, at: Int.random(in: 0...bytes.count, using: &random))
      }
    }
    return bytes
  }
}
