/// What `inspect` gives.
enum Inspection {
  /// The text of a value; nil where it cannot be told.
  static func text(of value: RubyValue, _ call: CoreCall) throws(Unwinding) -> String? {
    var inspection = InspectionWalk(call: call)
    return try inspection.text(of: value)
  }
}

/// One walk through nested values.
private struct InspectionWalk {
  private static let depthLimit = 64

  let call: CoreCall
  var open: [ObjectIdentifier] = []

  mutating func text(of value: RubyValue) throws(Unwinding) -> String? {
    guard value.doubt == nil else { return nil }
    switch value {
    case .nil: return "nil"
    case .boolean(let flag): return flag ? "true" : "false"
    case .integer(let number): return String(number)
    case .float(let number): return NumericText.text(of: number)
    case .string(let string) where string.module == nil: return TextInspection.quoted(string.bytes)
    case .symbol(let symbol): return TextInspection.symbol(call.run.spelling(of: symbol))
    case .array(let array) where array.module == nil:
      return try enter(array, "[...]") { (walk) throws(Unwinding) in try walk.list(array) }
    case .hash(let hash) where hash.module == nil:
      return try enter(hash, "{...}") { (walk) throws(Unwinding) in try walk.pairs(hash) }
    case .range(let range):
      let low = range.low.isNil ? "" : try text(of: range.low)
      let high = range.high.isNil ? "" : try text(of: range.high)
      guard let low, let high else { return nil }
      return low + (range.isExclusive ? "..." : "..") + high
    default: return try call.inspection(of: value)
    }
  }

  private mutating func enter(
    _ object: RubyHeapObject, _ again: String, _ body: (inout InspectionWalk) throws(Unwinding) -> String?
  ) throws(Unwinding) -> String? {
    let identity = ObjectIdentifier(object)
    if open.contains(identity) { return again }
    guard open.count < Self.depthLimit else { return nil }
    open.append(identity)
    defer { open.removeLast() }
    return try body(&self)
  }

  private mutating func list(_ array: RubyArray) throws(Unwinding) -> String? {
    var parts: [String] = []
    for element in array.elements {
      guard let part = try text(of: element) else { return nil }
      try call.reserve(part.utf8.count)
      parts.append(part)
    }
    return "[" + parts.joined(separator: ", ") + "]"
  }

  private mutating func pairs(_ hash: RubyHash) throws(Unwinding) -> String? {
    var parts: [String] = []
    for entry in hash.entries {
      guard let key = try text(of: entry.key), let value = try text(of: entry.value) else { return nil }
      try call.reserve(key.utf8.count + value.utf8.count)
      parts.append(key + "=>" + value)
    }
    return "{" + parts.joined(separator: ", ") + "}"
  }
}
