/// One walk through nested values that shows them as `inspect` does.
struct InspectionWalk {
  private static let depthLimit = 64

  let run: RubyInterpreter
  let place: RubyPlace?
  /// The collections that the walk is in.
  private var open: [ObjectIdentifier] = []

  init(run: RubyInterpreter, place: RubyPlace?) {
    self.run = run
    self.place = place
  }

  /// The text of a value; nil where it cannot be told. A method of the program is asked, unless it is the one that asks.
  mutating func text(of value: RubyValue, asksProgram: Bool = true) throws(Unwinding) -> String? {
    guard value.doubt == nil else { return nil }
    try run.step(at: place)
    if asksProgram, value.heap != nil,
      let entry = run.method(.known(.inspect), of: run.module(of: value)), !entry.isCore
    {
      return try run.converted(value, .known(.inspect), at: place)?.string
    }
    switch value {
    case .nil: return "nil"
    case .boolean(let flag): return flag ? "true" : "false"
    case .integer(let number): return String(number)
    case .float(let number): return NumericText.text(of: number)
    case .symbol(let symbol): return TextInspection.symbol(run.spelling(of: symbol))
    case .string(let string):
      try run.reserve(string.bytes.count, at: place)
      return TextInspection.quoted(string.bytes)
    case .array(let array):
      return try enter(array, "[...]") { (walk) throws(Unwinding) in try walk.list(array) }
    case .hash(let hash):
      return try enter(hash, "{...}") { (walk) throws(Unwinding) in try walk.pairs(hash) }
    case .range(let range):
      return try enter(range, "") { (walk) throws(Unwinding) in try walk.bounds(range) }
    case .pattern(let pattern): return pattern.literal
    case .module(let module): return run.name(of: module)
    default: return try run.converted(value, .known(.inspect), at: place)?.string
    }
  }

  private mutating func enter(
    _ object: RubyHeapObject, _ again: String, _ body: (inout InspectionWalk) throws(Unwinding) -> String?
  ) throws(Unwinding) -> String? {
    let identity = ObjectIdentifier(object)
    if open.contains(identity) { return again }
    guard open.count < Self.depthLimit, !run.budget.isDeep else { return nil }
    open.append(identity)
    defer { open.removeLast() }
    return try body(&self)
  }

  private mutating func list(_ array: RubyArray) throws(Unwinding) -> String? {
    var parts: [String] = []
    for element in array.elements {
      guard let part = try text(of: element) else { return nil }
      try run.reserve(part.utf8.count, at: place)
      parts.append(part)
    }
    return "[" + parts.joined(separator: ", ") + "]"
  }

  private mutating func bounds(_ range: RubyInterval) throws(Unwinding) -> String? {
    let low = range.low.isNil ? "" : try text(of: range.low)
    let high = range.high.isNil ? "" : try text(of: range.high)
    guard let low, let high else { return nil }
    try run.reserve(low.utf8.count + high.utf8.count, at: place)
    return low + (range.isExclusive ? "..." : "..") + high
  }

  private mutating func pairs(_ hash: RubyHash) throws(Unwinding) -> String? {
    var parts: [String] = []
    for entry in hash.entries {
      guard let key = try text(of: entry.key), let value = try text(of: entry.value) else { return nil }
      try run.reserve(key.utf8.count + value.utf8.count, at: place)
      parts.append(key + "=>" + value)
    }
    return "{" + parts.joined(separator: ", ") + "}"
  }
}

extension CoreCall {
  /// What `inspect` of the core gives for a value, whatever the program made of the method.
  func ownInspection(of value: RubyValue) throws(Unwinding) -> String? {
    var walk = InspectionWalk(run: run, place: place)
    return try walk.text(of: value, asksProgram: false)
  }
}
