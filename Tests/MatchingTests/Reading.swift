import DataSyntax
import Diagnostics
import Matching
import Source
import Testing

/// A matcher read from YAML, with its text.
struct Reading {
  let file: SourceFile
  let matcher: Matcher

  init(_ yaml: String) throws {
    file = SourceFile(FileID("matcher.yaml"), bytes: Array(yaml.utf8))
    var parser = MatcherParser()
    let (tree, faults) = DataParser.parse(DerivedText(file), as: .yaml)
    try #require(faults.isEmpty)
    let read = parser.matcher(tree.root)
    try #require(parser.diagnostics.isEmpty, "\(parser.diagnostics.map(\.message))")
    matcher = try #require(read)
  }

  /// What is wrong with a matcher.
  static func diagnostics(_ yaml: String, at position: MatcherParser.Position = .value) -> [Diagnostic] {
    var parser = MatcherParser()
    let file = SourceFile(FileID("matcher.yaml"), bytes: Array(yaml.utf8))
    _ = parser.matcher(DataParser.parse(DerivedText(file), as: .yaml).tree.root, at: position)
    return parser.diagnostics
  }

  func text(at location: Location) -> String {
    String(decoding: file.bytes[location.range.indices], as: UTF8.self)
  }
}
