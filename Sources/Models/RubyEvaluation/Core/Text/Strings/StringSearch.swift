/// `String`: finding and splitting.
enum StringSearch {
  static func define(in strings: KindTable<RubyString>) {
    defineAffixes(strings)
    defineIndices(strings)
    strings.define("split", arity: CoreArity(0, 2)) { (string, call) throws(Unwinding) in
      guard let parts = try split(string, call) else {
        return call.unknown("where it is split cannot be told")
      }
      guard call.block != nil else { return call.make(parts) }
      for part in parts { _ = try call.yield(part) }
      return call.receiver
    }
    strings.define("partition", arity: 1) { (string, call) throws(Unwinding) in
      let search = try PatternSearch(argument: call[0], call)
      switch search.bounds(in: string.bytes, from: 0) {
      case .beyond(let reason): return call.unknown(reason)
      case .nothing: return call.make([.string(RubyString(copying: string)), call.make(""), call.make("")])
      case .found(let bounds): return around(bounds[0] ?? 0..<0, string, call)
      }
    }
    strings.define("rpartition", arity: 1) { (string, call) throws(Unwinding) in
      guard let found = try last(in: string, from: string.bytes.count, call) else {
        return call.make([call.make(""), call.make(""), .string(RubyString(copying: string))])
      }
      return around(found, string, call)
    }
  }

  private static func around(_ range: Range<Int>, _ string: RubyString, _ call: CoreCall) -> RubyValue {
    let parts = [0..<range.lowerBound, range, range.upperBound..<string.bytes.count]
    return call.make(parts.map { .string(string.slice($0)) })
  }

  private static func defineAffixes(_ strings: KindTable<RubyString>) {
    strings.define("include?", arity: 1) { (string, call) throws(Unwinding) in
      .boolean(TextBytes.find(try call.string(0).bytes, in: string.bytes, from: 0) != nil)
    }
    strings.define("start_with?", arity: .any) { (string, call) throws(Unwinding) in
      for (index, argument) in call.arguments.enumerated() {
        if case .pattern(let pattern) = argument {
          switch try PatternSearch(pattern, call).remembered(in: string, from: 0) {
          case .beyond(let reason): return call.unknown(reason)
          case .found(let match) where match.groups[0]?.lowerBound == 0: return .boolean(true)
          default: continue
          }
        }
        if string.bytes.starts(with: try call.string(index).bytes) { return .boolean(true) }
      }
      return .boolean(false)
    }
    strings.define("end_with?", arity: .any) { (string, call) throws(Unwinding) in
      for index in call.arguments.indices {
        let suffix = try call.string(index).bytes
        if string.bytes.suffix(suffix.count).elementsEqual(suffix) { return .boolean(true) }
      }
      return .boolean(false)
    }
  }

  private static func defineIndices(_ strings: KindTable<RubyString>) {
    strings.define("index", arity: CoreArity(1, 2)) { (string, call) throws(Unwinding) in
      let table = CharacterTable(string.bytes)
      let start = call.count == 2 ? try call.integer(1) : 0
      let from = start < 0 ? start + table.count : start
      guard (0...table.count).contains(from) else { return .nil }
      let search = try needle(call)
      switch search.bounds(in: string.bytes, from: table.offset(of: from)) {
      case .beyond(let reason): return call.unknown(reason)
      case .nothing: return .nil
      case .found(let bounds):
        if case .pattern = call[0] { search.remember(search.match(bounds, in: string)) }
        return .integer(table.character(at: bounds[0]?.lowerBound ?? 0))
      }
    }
    strings.define("rindex", arity: CoreArity(1, 2)) { (string, call) throws(Unwinding) in
      let table = CharacterTable(string.bytes)
      let start = call.count == 2 ? try call.integer(1) : table.count
      let from = start < 0 ? start + table.count : min(start, table.count)
      guard from >= 0 else { return .nil }
      guard let found = try last(in: string, from: table.offset(of: from), call) else { return .nil }
      return .integer(table.character(at: found.lowerBound))
    }
  }

  private static func needle(_ call: CoreCall) throws(Unwinding) -> PatternSearch {
    switch call[0] {
    case .string, .pattern: return try PatternSearch(argument: call[0], call)
    default: throw call.noConversion(of: call[0], into: "String")
    }
  }

  /// The last place at or before a byte where the argument matches.
  private static func last(in string: RubyString, from start: Int, _ call: CoreCall) throws(Unwinding)
    -> Range<Int>?
  {
    if case .string(let text) = call[0] {
      return TextBytes.findLast(text.bytes, in: string.bytes, from: start).map { $0..<$0 + text.bytes.count }
    }
    let search = try needle(call)
    var position = start
    while position >= 0 {
      try call.step()
      if case .found(let bounds) = search.bounds(in: string.bytes, from: position), let whole = bounds[0],
        whole.lowerBound == position
      {
        search.remember(search.match(bounds, in: string))
        return whole
      }
      position -= 1
    }
    return nil
  }

  /// The parts of `split`; nil where it cannot be told.
  private static func split(_ string: RubyString, _ call: CoreCall) throws(Unwinding) -> [RubyValue]? {
    let limit = call.count == 2 ? try call.integer(1) : 0
    if string.bytes.isEmpty { return [] }
    if limit == 1 { return [.string(RubyString(copying: string))] }
    try call.reserve(string.bytes.count)
    var parts: [RubyString]
    switch call[0] {
    case .nil: parts = words(string, limit: limit)
    case .string(let separator) where separator.bytes == [0x20]: parts = words(string, limit: limit)
    default:
      guard let found = try pieces(string, limit: limit, call) else { return nil }
      parts = found
    }
    if limit == 0 { while parts.last?.bytes.isEmpty == true { parts.removeLast() } }
    return parts.map { .string($0) }
  }

  /// The words between blanks.
  private static func words(_ string: RubyString, limit: Int) -> [RubyString] {
    let bytes = string.bytes
    var parts: [RubyString] = []
    var index = 0
    while true {
      while index < bytes.count, TextBytes.isSpace(bytes[index]) || bytes[index] == 0 { index += 1 }
      guard index < bytes.count else { break }
      if limit > 0, parts.count == limit - 1 { return parts + [string.slice(index..<bytes.count)] }
      let start = index
      while index < bytes.count, !TextBytes.isSpace(bytes[index]), bytes[index] != 0 { index += 1 }
      parts.append(string.slice(start..<index))
      // Blanks at the end leave an empty part behind where the number of parts is limited.
      if limit != 0, index < bytes.count, bytes[index...].allSatisfy(TextBytes.isSpace) {
        return parts + [RubyString([], at: nil)]
      }
    }
    return parts
  }

  private static func pieces(
    _ string: RubyString, limit: Int, _ call: CoreCall
  ) throws(Unwinding) -> [RubyString]? {
    let search = try PatternSearch(argument: call[0], call)
    guard let found = try search.all(in: string.bytes) else { return nil }
    var parts: [RubyString] = []
    var position = 0
    for bounds in found {
      guard let whole = bounds[0] else { continue }
      if limit > 0, parts.count >= limit - 1 { break }
      if whole.isEmpty {
        // An empty match splits between two characters, not at the ends.
        if whole.lowerBound == string.bytes.count || whole.lowerBound == position && position == 0 {
          continue
        }
        if whole.lowerBound == position { continue }
      }
      parts.append(string.slice(position..<whole.lowerBound))
      for group in bounds.dropFirst() { if let group { parts.append(string.slice(group)) } }
      position = whole.upperBound
    }
    parts.append(string.slice(position..<string.bytes.count))
    return parts
  }
}
