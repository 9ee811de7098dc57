import DataSyntax
import Diagnostics
import Source

extension DataNode {
  /// The value of a string node.
  var text: String? { kind == .string ? string : nil }

  /// The strings of a sequence; nil for anything else, `null` included.
  var strings: [String]? { kind == .sequence ? items.compactMap(\.text) : nil }

  /// The keys of a mapping in the order of their bytes, each once.
  var sortedKeys: [String] {
    entries.compactMap(\.key.string).distinct
  }

  /// Parses the JSON of an image's parts; a fault in it is an error that names the part.
  static func parse(json bytes: [UInt8], named name: String) throws(ImageError) -> DataNode {
    let (tree, diagnostics) = DataParser.parse(DerivedText(SourceFile(FileID(name), bytes: bytes)), as: .json)
    if let fault = diagnostics.first(where: { $0.severity == .error }) {
      throw ImageError(.malformed, "`\(name)` is not JSON: \(fault.message)")
    }
    return tree.root
  }
}
