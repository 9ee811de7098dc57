/// `String`: matching and replacing.
enum StringPatterns {
  static func define(in strings: KindTable<RubyString>) {
    defineMatching(strings)
    for (name, all) in [("sub", false), ("gsub", true)] {
      strings.define(name, arity: CoreArity(1, 2)) { (string, call) throws(Unwinding) in
        if call.count == 1, call.block == nil { return call.enumerator() }
        return try replaced(string, all: all, call).map { .string($0.text) } ?? undecided(call)
      }
      strings.define(name + "!", arity: CoreArity(1, 2)) { (string, call) throws(Unwinding) in
        try call.change(string)
        guard let made = try replaced(string, all: all, call) else {
          string.doubt = RubyUnknown("what it replaces cannot be told", at: call.place)
          return undecided(call)
        }
        guard made.count > 0 else { return .nil }
        string.replace(by: made.text)
        return call.receiver
      }
    }
    strings.define("scan", arity: 1) { (string, call) throws(Unwinding) in try scan(string, call) }
  }

  private static func undecided(_ call: CoreCall) -> RubyValue {
    call.unknown("what it replaces cannot be told")
  }

  private static func defineMatching(_ strings: KindTable<RubyString>) {
    strings.define("=~", arity: 1) { (string, call) throws(Unwinding) in
      guard case .pattern(let pattern) = call[0] else {
        if case .string = call[0] { throw call.raise("TypeError", "type mismatch: String given") }
        return try call.run.call(call[0], .known(.match), [call.receiver], at: call.place)
      }
      return try RegexpMethods.position(of: pattern, in: string, call)
    }
    strings.define("match", arity: CoreArity(1, 2)) { (string, call) throws(Unwinding) in
      try RegexpMethods.match(try pattern(call), in: string, from: call[1], call)
    }
    strings.define("match?", arity: CoreArity(1, 2)) { (string, call) throws(Unwinding) in
      try RegexpMethods.matches(try pattern(call), string, from: call[1], call)
    }
  }

  private static func pattern(_ call: CoreCall) throws(Unwinding) -> RubyPattern {
    switch call[0] {
    case .pattern(let pattern): return pattern
    case .string(let text): return RubyPattern(text.bytes, options: [])
    default: throw PatternSearch.wrongType(call[0], call)
    }
  }

  private static func scan(_ string: RubyString, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    let search = try PatternSearch(argument: call[0], call)
    guard let found = try search.all(in: string.bytes) else { return call.unknown(search.refusal) }
    var values: [RubyValue] = []
    call.run.lastMatch = .nil
    for bounds in found {
      let match = search.match(bounds, in: string)
      search.remember(match)
      let value = bounds.count == 1 ? match.value(0) : call.make((1..<bounds.count).map { match.value($0) })
      if call.block == nil { values.append(value) } else { _ = try call.yield(value) }
    }
    return call.block == nil ? call.make(values) : call.receiver
  }

  /// The string with matches replaced, and how many there were; nil where it cannot be told.
  private static func replaced(
    _ string: RubyString, all: Bool, _ call: CoreCall
  ) throws(Unwinding) -> (text: RubyString, count: Int)? {
    let search = try PatternSearch(argument: call[0], call)
    guard var found = try search.all(in: string.bytes) else { return nil }
    if !all { found = Array(found.prefix(1)) }
    let result = RubyString([], at: nil)
    var position = 0
    call.run.lastMatch = .nil
    for bounds in found {
      guard let whole = bounds[0] else { continue }
      let match = search.match(bounds, in: string)
      search.remember(match)
      guard let replacement = try replacement(for: match, call) else { return nil }
      try call.reserve(replacement.bytes.count + whole.lowerBound - position)
      result.append(string.slice(position..<whole.lowerBound))
      result.append(replacement)
      position = whole.upperBound
    }
    result.append(string.slice(position..<string.bytes.count))
    return (result, found.count)
  }

  /// What stands in the place of a match: of a hash, a block, or a text with references to groups.
  private static func replacement(for match: RubyMatch, _ call: CoreCall) throws(Unwinding) -> RubyString? {
    let value: RubyValue
    switch call.count == 2 ? call[1] : .nil {
    case .hash(let hash): value = try HashAccess.value(of: match.value(0), in: hash, call)
    case .string(let text):
      guard text.bytes.contains(UInt8(ascii: "\\")) else { return text }
      return try expanded(text, match, call)
    case let other where call.count == 2: throw call.noConversion(of: other, into: "String")
    default: value = try call.yield(match.value(0))
    }
    if case .string(let string) = value { return string.doubt == nil ? string : nil }
    return try call.text(of: value).map { RubyString($0, at: call.place) }
  }

  /// A text with `\1`, `\0`, `\&`, `` \` ``, `\'`, `\k<name>` and `\\` put in.
  private static func expanded(
    _ text: RubyString, _ match: RubyMatch, _ call: CoreCall
  ) throws(Unwinding) -> RubyString {
    let bytes = text.bytes
    let result = RubyString([], at: nil)
    var start = 0
    var index = 0
    func appendGroup(_ group: Int) {
      if match.groups.indices.contains(group), let range = match.groups[group] {
        result.append(match.subject.slice(range))
      }
    }
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count else {
        index += 1
        continue
      }
      let mark = bytes[index + 1]
      let whole = match.groups[0] ?? 0..<0
      var next = index + 2
      let before = text.slice(start..<index)
      switch mark {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        result.append(before)
        appendGroup(Int(mark) - 0x30)
      case UInt8(ascii: "&"):
        result.append(before)
        appendGroup(0)
      case UInt8(ascii: "`"):
        result.append(before)
        result.append(match.subject.slice(0..<whole.lowerBound))
      case UInt8(ascii: "'"):
        result.append(before)
        result.append(match.subject.slice(whole.upperBound..<match.subject.bytes.count))
      case UInt8(ascii: "\\"): result.append(text.slice(start..<index + 1))
      case UInt8(ascii: "k"):
        guard next < bytes.count, bytes[next] == UInt8(ascii: "<"),
          let end = bytes[next...].firstIndex(of: UInt8(ascii: ">"))
        else {
          index = next
          continue
        }
        let name = String(decoding: bytes[(next + 1)..<end], as: UTF8.self)
        result.append(before)
        guard let group = try MatchMethods.group(call.make(name), of: match, call) else { break }
        appendGroup(group)
        next = end + 1
      default:
        index = next
        continue
      }
      index = next
      start = next
    }
    result.append(text.slice(start..<bytes.count))
    return result
  }
}
