import DataSyntax
import Source

/// A JSON array of strings, as the exec form of Dockerfile instructions has it.
enum StringArray {
  case strings([String])
  /// JSON, but with other values than strings.
  case otherArray
  /// No JSON array at all: a line for the shell.
  case notArray

  static func parse(_ text: String) -> StringArray {
    guard text.hasPrefix("[") else { return .notArray }
    let file = SourceFile(FileID(""), bytes: Array(text.utf8))
    let (tree, diagnostics) = DataParser.parse(DerivedText(file), as: .json)
    guard diagnostics.isEmpty, tree.root.kind == .sequence else { return .notArray }
    let items = tree.root.items
    guard items.allSatisfy({ $0.kind == .string }) else { return .otherArray }
    return .strings(items.compactMap(\.string))
  }
}
