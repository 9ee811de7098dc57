package import DataSyntax
package import Diagnostics
package import Source

extension PackerTemplate {
  /// Reads a template, with what is wrong with its syntax; nil where nothing of it can be read.
  ///
  /// JSON and YAML are told apart by extension and content; Packer itself looks at neither and reads JSON.
  package static func read(_ file: SourceFile) -> (PackerTemplate?, [Diagnostic]) {
    read(file, as: syntax(of: file))
  }

  /// Reads a template as JSON or YAML, whatever it looks like.
  package static func read(_ file: SourceFile, as syntax: DataSyntaxKind) -> (PackerTemplate?, [Diagnostic]) {
    let (tree, diagnostics) = DataParser.parse(DerivedText(file), as: syntax)
    let root = TemplateValue(tree.root)
    guard root.kind != .missing else { return (nil, diagnostics) }
    var reader = TemplateReader(root: root)
    let text = tree.text
    let duplicates = tree.duplicateKeys.map { first, again in
      DuplicateKey(name: again.string ?? "", first: first.contentLocation, second: again.contentLocation)
    }
    let template = reader.template(
      file: file.id, syntax: tree.syntax, duplicateKeys: duplicates, isIntact: tree.isIntact,
      comments: tree.comments.map { text.location(of: $0) })
    return (template, diagnostics)
  }

  /// The syntax in which a file is read.
  package static func syntax(of file: SourceFile) -> DataSyntaxKind {
    let path = file.id.path.lowercased()
    if path.hasSuffix(".json") { return .json }
    let signs = file.bytes.lazy.filter { !$0.isBlank }.prefix(2)
    let startsAsObject = signs.first == UInt8(ascii: "{")
    if path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
      let second = signs.dropFirst().first
      return startsAsObject && (second == UInt8(ascii: "\"") || second == UInt8(ascii: "}")) ? .json : .yaml
    }
    let startsAsList = signs.first == UInt8(ascii: "[")
    return startsAsObject || startsAsList || signs.isEmpty ? .json : .yaml
  }
}

extension UInt8 {
  /// A blank, a tab or an end of line.
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
