/// Writes JSON values as bytes.
package struct JSONWriter {
  private var bytes: [UInt8] = []
  private let isIndented: Bool

  private init(isIndented: Bool) { self.isIndented = isIndented }

  /// The bytes of a value; indented text ends with a line feed.
  package static func bytes(of value: JSONText, indented: Bool) -> [UInt8] {
    var writer = JSONWriter(isIndented: indented)
    writer.write(value, depth: 0)
    if indented { writer.bytes.append(0x0A) }
    return writer.bytes
  }

  private mutating func write(_ value: JSONText, depth: Int) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .number(let text): bytes.append(contentsOf: text.utf8)
    case .string(let text): write(text)
    case .array(let items):
      writeList(items, open: "[", close: "]", depth: depth) { $0.write($1, depth: depth + 1) }
    case .object(let members):
      writeList(members, open: "{", close: "}", depth: depth) { writer, member in
        writer.write(member.key)
        writer.bytes.append(contentsOf: (writer.isIndented ? ": " : ":").utf8)
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func writeList<Item>(
    _ items: [Item], open: String, close: String, depth: Int, item write: (inout JSONWriter, Item) -> Void
  ) {
    bytes.append(contentsOf: open.utf8)
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      startLine(depth + 1)
      write(&self, item)
    }
    if !items.isEmpty { startLine(depth) }
    bytes.append(contentsOf: close.utf8)
  }

  private mutating func startLine(_ depth: Int) {
    guard isIndented else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
  }

  private mutating func write(_ text: String) {
    bytes.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F:
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }
}
