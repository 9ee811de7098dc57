import DataSyntax

/// A tree written as YAML in block style, keys in order, duplicates kept.
struct YAMLText {
  private(set) var text = ""

  init(_ root: DataNode) { write(root, indent: 0) }

  private mutating func write(_ node: DataNode, indent: Int) {
    let margin = String(repeating: " ", count: indent)
    if node.kind == .mapping, !node.entries.isEmpty {
      for (index, entry) in node.entries.enumerated() {
        text += (index == 0 ? "" : margin) + scalar(entry.key) + ":"
        writeValue(entry.value, indent: indent)
      }
    } else if node.kind == .sequence, !node.items.isEmpty {
      for (index, item) in node.items.enumerated() {
        text += (index == 0 ? "" : margin) + "- "
        write(item, indent: indent + 2)
      }
    } else {
      text += scalar(node) + "\n"
    }
  }

  private mutating func writeValue(_ value: DataNode, indent: Int) {
    let isBlock = !value.entries.isEmpty || !value.items.isEmpty
    text += isBlock ? "\n" + String(repeating: " ", count: indent + 2) : " "
    write(value, indent: indent + 2)
  }

  private func scalar(_ node: DataNode) -> String {
    switch node.kind {
    case .mapping: "{}"
    case .sequence: "[]"
    case .null: "null"
    case .string: isPlain(node.string ?? "") ? node.string ?? "" : quoted(node.string ?? "")
    default: node.string ?? "null"
    }
  }

  /// Whether a text means itself without quotes.
  private func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.allSatisfy({ isWord($0) || "-./ ".utf8.contains($0) }) else {
      return false
    }
    let isName = (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first)
    let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    return isName && !text.hasSuffix(" ") && !words.contains(text.lowercased())
  }

  private func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == 0x5F
  }

  private func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
