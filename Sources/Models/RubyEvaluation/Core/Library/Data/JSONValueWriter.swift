/// Writes values as Ruby's JSON does.
struct JSONValueWriter {
  let call: CoreCall
  let isPretty: Bool
  private(set) var text: [UInt8] = []

  /// Appends a value; false where it cannot be told.
  mutating func write(_ value: RubyValue, level: Int) throws(Unwinding) -> Bool {
    guard level < 100 else {
      throw call.raise(path: "JSON::NestingError", "nesting of 101 is too deep")
    }
    if call.run.budget.isDeep { return false }
    try call.step()
    try call.reserve(8)
    switch value.settled {
    case .unknown: return false
    case .nil: text += "null".utf8
    case .boolean(let flag): text += (flag ? "true" : "false").utf8
    case .integer(let number): text += String(number).utf8
    case .float(let number):
      guard number.isFinite else {
        throw call.raise(path: "JSON::GeneratorError", "\(NumericText.text(of: number)) not allowed in JSON")
      }
      text += NumericText.text(of: number).utf8
    case .string(let string): try write(string.bytes)
    case .symbol(let symbol): try write(Array(call.run.spelling(of: symbol).utf8))
    case .array(let array):
      return try write(array.elements, open: "[", close: "]", level: level) {
        (writer, element) throws(Unwinding) in try writer.write(element, level: level + 1)
      }
    case .hash(let hash):
      return try write(hash.entries, open: "{", close: "}", level: level) {
        (writer, entry) throws(Unwinding) in
        guard let key = try writer.call.text(of: entry.key) else { return false }
        try writer.write(key)
        writer.text += (writer.isPretty ? ": " : ":").utf8
        return try writer.write(entry.value, level: level + 1)
      }
    default: return try writeObject(value, level: level)
    }
    return true
  }

  private mutating func writeObject(_ value: RubyValue, level: Int) throws(Unwinding) -> Bool {
    for (name, isText) in [("to_json", true), ("to_s", false)] {
      let symbol = call.run.symbol(name)
      guard let entry = call.run.method(symbol, of: call.run.module(of: value)) else { continue }
      if isText, entry.owner === call.run.classes.kernel { continue }
      guard case .string(let made) = try call.run.call(value, symbol, at: call.place).settled else {
        return false
      }
      if isText { text += made.bytes } else { try write(made.bytes) }
      return true
    }
    return false
  }

  private mutating func write<Item>(
    _ items: [Item], open: String, close: String, level: Int,
    _ body: (inout JSONValueWriter, Item) throws(Unwinding) -> Bool
  ) throws(Unwinding) -> Bool {
    text += open.utf8
    for (index, item) in items.enumerated() {
      if index > 0 { text += ",".utf8 }
      startLine(level + 1)
      guard try body(&self, item) else { return false }
    }
    if !items.isEmpty { startLine(level) }
    text += close.utf8
    return true
  }

  private mutating func startLine(_ level: Int) {
    guard isPretty else { return }
    text.append(0x0A)
    text += [UInt8](repeating: 0x20, count: 2 * level)
  }

  private mutating func write(_ string: [UInt8]) throws(Unwinding) {
    try call.reserve(string.count + 2)
    text.append(0x22)
    for byte in string {
      switch byte {
      case 0x22, 0x5C: text += [0x5C, byte]
      case 0x0A: text += "\\n".utf8
      case 0x0D: text += "\\r".utf8
      case 0x09: text += "\\t".utf8
      case 0x0C: text += "\\f".utf8
      case 0x08: text += "\\b".utf8
      case 0..<0x20: text += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: text.append(byte)
      }
    }
    text.append(0x22)
  }
}
