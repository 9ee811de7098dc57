import DataSyntax

/// Makes values of JSON and YAML.
struct DataReader {
  private let call: CoreCall
  private let symbolizes: Bool
  /// How many nodes may still be read: aliases of YAML repeat theirs.
  private var left = 200_000

  init(_ call: CoreCall, symbolizes: Bool) {
    self.call = call
    self.symbolizes = symbolizes
  }

  /// The value of a node.
  mutating func value(of node: DataNode) throws(Unwinding) -> RubyValue {
    left -= 1
    guard left > 0 else { return call.unknown("the data is too large") }
    if call.run.budget.isDeep { return call.unknown("the data is nested too deep") }
    try call.reserve(4)
    switch node.kind {
    case .missing, .null: return .nil
    case .bool: return node.bool.map { .boolean($0) } ?? .nil
    case .number: return number(node)
    case .string: return text(node)
    case .sequence:
      var elements: [RubyValue] = []
      for item in node.items { elements.append(try value(of: item)) }
      return call.make(elements)
    case .mapping:
      let hash = RubyHash()
      for entry in node.entries {
        var key = node.tree.syntax == .json ? call.make(entry.key.string ?? "") : try value(of: entry.key)
        if symbolizes, case .string(let string) = key { key = .symbol(call.run.symbol(string.string)) }
        hash[key.asKey] = try value(of: entry.value)
      }
      return .hash(hash)
    }
  }

  /// A string; a plain one of YAML that begins with a colon is a symbol.
  private func text(_ node: DataNode) -> RubyValue {
    let text = node.string ?? ""
    guard node.tree.syntax == .yaml, node.location == node.contentLocation else { return call.make(text) }
    if text.hasPrefix(":"), text.utf8.count > 1,
      text.utf8.dropFirst().allSatisfy({ $0 != 0x20 && $0 != 0x3A })
    {
      return .symbol(call.run.symbol(String(text.dropFirst())))
    }
    if let flag = ["yes": true, "on": true, "no": false, "off": false][text.lowercased()] {
      return .boolean(flag)
    }
    return YAMLMethods.isTemporal(text) ? call.unknown("times are not followed") : call.make(text)
  }

  private func number(_ node: DataNode) -> RubyValue {
    let text = node.string ?? "0"
    let bytes = Array(text.utf8)
    let digits = bytes.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    let isOctal = node.tree.syntax == .yaml && digits.count > 1 && digits.first == UInt8(ascii: "0")
    if let integer = node.integer, !isOctal { return .integer(integer) }
    if node.tree.syntax == .yaml, text.lowercased().hasSuffix(".inf") {
      return .float(text.hasPrefix("-") ? -.infinity : .infinity)
    }
    if node.tree.syntax == .yaml, text.lowercased() == ".nan" { return .float(.nan) }
    switch NumericText.strictInteger(bytes, radix: 0) {
    case .integer(let number): return .integer(number)
    case .tooLarge: return call.unknown("the number is too large")
    case .malformed: return NumericText.strictFloat(bytes).map { .float($0) } ?? call.make(text)
    }
  }
}
