import DataSyntax
import Diagnostics
import Source
import Support
import Testing

@Suite struct FuzzTests {
  private static let words = [
    "{", "}", "[", "]", ",", ":", "\"", "'", "\\", "\\u", "\\ud83d", "\n", "\r\n", "\t", " ", "  ", "#", "//",
    "/*", "*/",
    "- ", "-", "? ", ": ", "&a", "*a", "!", "!!int ", "|", ">", "|2-", "<<: *a", "---\n", "...\n",
    "%YAML 1.2\n", "é", "\u{FEFF}",
    "\0", "\u{7}", "\u{2028}", "true", "0", "~",
  ]

  @Test(arguments: [DataSyntaxKind.json, .yaml])
  func `Broken documents are read to the end`(syntax: DataSyntaxKind) throws {
    let seeds = try CaseFolder.files(in: "data/pairs", endings: [".\(syntax.rawValue)"]).map(\.bytes)
    let fuzzing = Fuzzing()
    var random = SplitMix(state: fuzzing.seed)
    var round = 0
    while fuzzing.goesOn(after: round) {
      defer { round += 1 }
      let bytes = mutate(seeds[round % seeds.count], &random)
      let parsing = Parsing(bytes, as: syntax)
      #expect(!parsing.tree.root.canonical.isEmpty)
      #expect(parsing.diagnostics.allSatisfy { $0.primary.range.end <= bytes.count }, "\(bytes)")
      #expect(parsing.diagnostics.count <= 40)
      #expect(parsing.nodes.allSatisfy { $0.range.end <= bytes.count }, "\(bytes)")
      #expect(parsing.tree.comments == parsing.tree.comments.sorted())
      #expect(parsing.falseRuns.isEmpty, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  private func mutate(_ seed: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = seed
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let at = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...5, using: &random)))
      case 1: bytes.insert(contentsOf: Array((Self.words.randomElement(using: &random) ?? "").utf8), at: at)
      case 2: if at < bytes.count { bytes[at] = UInt8.random(in: 0...255, using: &random) }
      default: bytes.insert(contentsOf: bytes.shuffledSlice(&random), at: at)
      }
    }
    return bytes
  }
}

extension Parsing {
  /// Scalars with a verbatim run that is not what the file has there.
  fileprivate var falseRuns: [String] {
    nodes.filter { node in
      node.scalar?.segments.contains { segment in
        segment.isVerbatim
          && node.scalar?.bytes[segment.range.indices].elementsEqual(file.bytes[segment.origin.range.indices])
            == false
      } == true
    }.map(\.canonical)
  }
}

extension [UInt8] {
  fileprivate func shuffledSlice(_ random: inout SplitMix) -> [UInt8] {
    guard !isEmpty else { return [] }
    let start = Int.random(in: 0..<count, using: &random)
    return Array(self[start..<Swift.min(count, start + 12)])
  }
}
