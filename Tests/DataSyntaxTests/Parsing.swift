import DataSyntax
import Diagnostics
import Source

/// A document of a test with the file that it stands in.
struct Parsing {
  let file: SourceFile
  let tree: DataTree
  let diagnostics: [Diagnostic]

  init(_ source: String, as syntax: DataSyntaxKind = .json) { self.init(Array(source.utf8), as: syntax) }

  init(_ bytes: [UInt8], as syntax: DataSyntaxKind = .json) {
    file = SourceFile(FileID("case.\(syntax.rawValue)"), bytes: bytes)
    (tree, diagnostics) = DataParser.parse(DerivedText(file), as: syntax)
  }

  var messages: [String] { diagnostics.map(\.message) }

  /// The bytes under a location, as text.
  func text(at location: Location) -> String {
    String(decoding: file.bytes[location.range.indices], as: UTF8.self)
  }
}
