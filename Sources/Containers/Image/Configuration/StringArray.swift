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
    let file = SourceFile(FileID(""), bytes: Array(firstValue(of: text)))
    let (tree, diagnostics) = DataParser.parse(DerivedText(file), as: .json)
    guard diagnostics.isEmpty, tree.root.kind == .sequence else { return .notArray }
    let items = tree.root.items
    guard items.allSatisfy({ $0.kind == .string }) else { return .otherArray }
    return .strings(items.compactMap(\.string))
  }

  /// The array that a text begins with: docker reads one value, and looks at nothing behind it.
  private static func firstValue(of text: String) -> Substring.UTF8View {
    var depth = 0
    var (isQuoted, isEscaped) = (false, false)
    for (index, byte) in zip(text.utf8.indices, text.utf8) {
      switch byte {
      case _ where isEscaped: isEscaped = false
      case 0x5C where isQuoted: isEscaped = true
      case 0x22: isQuoted.toggle()
      case 0x5B where !isQuoted: depth += 1
      case 0x5D where !isQuoted:
        depth -= 1
        if depth == 0 { return text.utf8[...index] }
      default: break
      }
    }
    return text.utf8[...]
  }
}
