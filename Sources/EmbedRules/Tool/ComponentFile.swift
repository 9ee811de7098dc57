import DataSyntax
import Diagnostics
import Source

/// A file of component facts, packed as compact JSON: which is read many times faster than YAML.
struct ComponentFile {
  /// A fault of a file, with its line.
  struct Fault: Error {
    let line: Int
    let message: String
  }

  /// Relative to `rules/`.
  let path: String
  let text: String

  /// A file that stays as it is.
  init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// Packs a file of YAML; the aliases in it are written out.
  init(path: String, yaml: String) throws(Fault) {
    self.path = path
    let file = SourceFile(FileID(path), bytes: Array(yaml.utf8))
    let (tree, diagnostics) = DataParser.parse(DerivedText(file), as: .yaml)
    if let fault = diagnostics.first {
      throw Fault(line: file.lines.line(at: fault.primary.range.start), message: fault.message)
    }
    var packed = ""
    Self.write(tree.root, to: &packed)
    text = packed
  }

  private static func write(_ node: DataNode, to text: inout String) {
    switch node.kind {
    case .missing, .null: text += "null"
    case .bool: text += node.bool == true ? "true" : "false"
    case .number: text += isPlainNumber(node.string ?? "") ? node.string ?? "" : quoted(node.string ?? "")
    case .string: text += quoted(node.string ?? "")
    case .sequence:
      text += "["
      for (index, item) in node.items.enumerated() {
        if index > 0 { text += "," }
        write(item, to: &text)
      }
      text += "]"
    case .mapping:
      text += "{"
      for (index, entry) in node.entries.enumerated() {
        if index > 0 { text += "," }
        text += quoted(entry.key.string ?? "") + ":"
        write(entry.value, to: &text)
      }
      text += "}"
    }
  }

  /// Whether a number of YAML is one of JSON too.
  private static func isPlainNumber(_ text: String) -> Bool {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    let isWhole = !digits.isEmpty && digits.allSatisfy { 0x30...0x39 ~= $0 }
    return isWhole && (digits.count == 1 || digits.first != 0x30)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
