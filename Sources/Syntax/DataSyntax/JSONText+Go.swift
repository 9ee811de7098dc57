import Source

extension JSONText {
  /// The bytes as Go's `encoding/json` writes them on one line; with `escapesMarkup`, `<`, `>` and `&` as `\u003c` ….
  package func goCompact(escapesMarkup: Bool) -> [UInt8] {
    var writer = GoJSONWriter(indent: nil, escapesMarkup: escapesMarkup)
    writer.write(self, depth: 0)
    return writer.bytes
  }

  /// The same on lines that are indented by `indent` a level; no line feed at the end.
  package func goIndented(_ indent: String, escapesMarkup: Bool) -> [UInt8] {
    var writer = GoJSONWriter(indent: Array(indent.utf8), escapesMarkup: escapesMarkup)
    writer.write(self, depth: 0)
    return writer.bytes
  }
}

/// Writes JSON byte for byte as Go does: other escapes than ours, and empty containers on one line.
private struct GoJSONWriter {
  private(set) var bytes: [UInt8] = []
  private let indent: [UInt8]?
  private let escapesMarkup: Bool

  init(indent: [UInt8]?, escapesMarkup: Bool) {
    self.indent = indent
    self.escapesMarkup = escapesMarkup
  }

  mutating func write(_ value: JSONText, depth: Int) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): bytes += String(value).utf8
    case .number(let text): bytes += text.utf8
    case .string(let text): write(text)
    case .array(let items):
      writeList(items, "[", "]", depth) { $0.write($1, depth: depth + 1) }
    case .object(let members):
      writeList(members, "{", "}", depth) { writer, member in
        writer.write(member.key)
        writer.bytes += (writer.indent == nil ? ":" : ": ").utf8
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func writeList<Item>(
    _ items: [Item], _ open: String, _ close: String, _ depth: Int,
    _ write: (inout GoJSONWriter, Item) -> Void
  ) {
    bytes += open.utf8
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      startLine(depth + 1)
      write(&self, item)
    }
    if !items.isEmpty { startLine(depth) }
    bytes += close.utf8
  }

  private mutating func startLine(_ depth: Int) {
    guard let indent else { return }
    bytes.append(0x0A)
    for _ in 0..<depth { bytes += indent }
  }

  private mutating func write(_ text: String) {
    bytes.append(0x22)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += "\\\"".utf8
      case "\\": bytes += "\\\\".utf8
      case "\n": bytes += "\\n".utf8
      case "\r": bytes += "\\r".utf8
      case "\t": bytes += "\\t".utf8
      // Since Go 1.22.
      case "\u{8}": bytes += "\\b".utf8
      case "\u{C}": bytes += "\\f".utf8
      case "\u{2028}", "\u{2029}": escape(scalar)
      case "<" where escapesMarkup, ">" where escapesMarkup, "&" where escapesMarkup: escape(scalar)
      case _ where scalar.value < 0x20: escape(scalar)
      case _ where StrayBytes.isOne(scalar): escape("\u{FFFD}")
      default: bytes += String(scalar).utf8
      }
    }
    bytes.append(0x22)
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    let digits = String(scalar.value, radix: 16)
    bytes += ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8
  }
}
