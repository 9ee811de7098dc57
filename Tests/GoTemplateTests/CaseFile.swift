import DataSyntax
import Host
import Source
import Support
import Testing

/// A case of a file under `Fixtures/gotemplate`.
struct GoTemplateCase: Sendable, CustomTestStringConvertible {
  let template: DerivedText
  let node: DataNode

  var testDescription: String { template.string }

  /// A key of the case as text.
  func text(_ key: String) -> String? { node[key]?.string }

  /// The cases of a file; a file without any fails the suite.
  static func load(_ name: String) throws -> [GoTemplateCase] {
    let path = Repository.fixture("gotemplate/\(name).json")
    let bytes = try Disk(workingDirectory: "/").read(path, limit: 1 << 20)
    let (tree, diagnostics) = DataParser.parse(DerivedText(SourceFile(FileID(name), bytes: bytes)), as: .json)
    try #require(diagnostics.isEmpty, "the cases are sound JSON")
    let cases = tree.root.items.compactMap { node in
      node["template"]?.scalar.map { GoTemplateCase(template: $0, node: node) }
    }
    try #require(!cases.isEmpty, "there are cases")
    return cases
  }
}
