import Chef
import Packer
import Source

extension PlainValue {
  /// The value of an option as Chef gets it in the node's file.
  init(_ value: OptionValue) {
    self.init(Self.content(of: value), at: value.location)
  }

  private static func content(of value: OptionValue) -> Content {
    switch value.content {
    case .null: return .null
    case .bool(let flag): return .bool(flag)
    case .number(let written): return Int(written).map(Content.integer) ?? .float(Double(written) ?? 0)
    case .text(let text):
      if let complete = text.complete { return .string(complete) }
      return .unknown(UnknownReason("it is made while the build runs", at: value.location))
    case .list(let items): return .array(items.map { PlainValue($0) })
    case .map(let entries): return .hash(entries.map { Entry($0.key, PlainValue($0.value)) })
    case .deferred(let text):
      return .unknown(UnknownReason("it is rendered while the build runs", at: text.location))
    case .unknown(let reason): return .unknown(reason)
    }
  }

  /// A hash without some of its keys.
  func without(_ keys: Set<String>) -> PlainValue {
    guard case .hash(let entries) = content else { return self }
    return PlainValue(.hash(entries.filter { !keys.contains($0.key.value) }), at: location)
  }
}

extension WrittenRunList {
  /// The items of an option.
  init(_ values: [OptionValue]) { self.init(values.map { PlainValue($0) }) }

  /// The run list inside a node's file: `recipes` is its older name.
  init(of node: PlainValue) {
    if let reason = node.unknown {
      self.init(unknown: reason)
    } else if let value = node["run_list"] ?? node["recipes"] {
      self.init(value.items.isEmpty ? [value] : value.items)
    } else {
      self.init()
    }
  }
}
