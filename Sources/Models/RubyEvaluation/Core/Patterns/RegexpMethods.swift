/// `Regexp`.
enum RegexpMethods {
  static func define(in table: CoreTable) {
    defineClass(table)
    let patterns = table.patterns
    patterns.define("=~", arity: 1) { (pattern, call) throws(Unwinding) in
      guard let string = try subject(call) else { return .nil }
      return try position(of: pattern, in: string, call)
    }
    patterns.define("===", arity: 1) { (pattern, call) throws(Unwinding) in
      switch call[0] {
      case .string, .symbol: break
      default: return .boolean(false)
      }
      guard let string = try subject(call) else { return .boolean(false) }
      let position = try position(of: pattern, in: string, call)
      return position.doubt == nil ? .boolean(!position.isNil) : position
    }
    patterns.define("match", arity: CoreArity(1, 2)) { (pattern, call) throws(Unwinding) in
      guard let string = try subject(call) else { return .nil }
      return try match(pattern, in: string, from: call[1], call)
    }
    patterns.define("match?", arity: CoreArity(1, 2)) { (pattern, call) throws(Unwinding) in
      guard let string = try subject(call) else { return .boolean(false) }
      return try matches(pattern, string, from: call[1], call)
    }
    patterns.define("source") { pattern, call in call.make(pattern.source) }
    patterns.define("options") { pattern, _ in .integer(pattern.options.rawValue) }
    patterns.define("casefold?") { pattern, _ in .boolean(pattern.options.contains(.ignoreCase)) }
    patterns.define("inspect") { pattern, call in call.make(pattern.literal) }
    patterns.define("to_s") { pattern, call in call.make(pattern.embedded) }
    patterns.define("==", "eql?", arity: 1) { _, call in .boolean(RubyKey(call.receiver) == RubyKey(call[0]))
    }
    patterns.define("names") { pattern, call in
      guard case .success(let program) = call.run.programs.program(of: pattern) else {
        return call.unknown("the pattern is not followed")
      }
      return call.make(program.names.map { call.make($0.name) })
    }
  }

  private static func defineClass(_ table: CoreTable) {
    table.constant("IGNORECASE", .integer(1))
    table.constant("EXTENDED", .integer(2))
    table.constant("MULTILINE", .integer(4))
    table.defineOnItself("new", "compile", arity: CoreArity(1, 3)) { (call) throws(Unwinding) in
      if case .pattern = call[0] { return call[0] }
      let source = try call.string(0).bytes
      var options: RubyPattern.Options = []
      switch call[1] {
      case .integer(let number): options = RubyPattern.Options(rawValue: number & 7)
      case .nil, .boolean(false): break
      default: options = .ignoreCase
      }
      let pattern = RubyPattern(source, options: options)
      _ = try PatternSearch(pattern, call)
      return .pattern(pattern)
    }
    table.defineOnItself("escape", "quote", arity: 1) { (call) throws(Unwinding) in
      if case .symbol(let symbol) = call[0] {
        return call.make(escaped(Array(call.run.spelling(of: symbol).utf8)))
      }
      return call.make(escaped(try call.string(0).bytes))
    }
    table.defineOnItself("union", arity: .any) { (call) throws(Unwinding) in
      let list: [RubyValue] =
        if call.count == 1, case .array(let array) = call[0] { array.elements } else { call.arguments }
      if list.isEmpty { return .pattern(RubyPattern(Array("(?!)".utf8), options: [])) }
      if list.count == 1, case .pattern = list[0] { return list[0] }
      var parts: [[UInt8]] = []
      for value in list {
        switch value {
        case .pattern(let pattern): parts.append(pattern.embedded)
        case .string(let text) where text.doubt == nil: parts.append(escaped(text.bytes))
        case .symbol(let symbol): parts.append(escaped(Array(call.run.spelling(of: symbol).utf8)))
        case let other where other.doubt != nil: return call.untold
        default: throw call.noConversion(of: value, into: "String")
        }
      }
      return .pattern(RubyPattern(Array(parts.joined(separator: [UInt8(ascii: "|")])), options: []))
    }
    table.defineOnItself("last_match", arity: CoreArity(0, 1)) { (call) throws(Unwinding) in
      let last = call.run.lastMatch
      guard call.count == 1, !last.isNil else { return last }
      return try call.run.call(last, .known(.index), call.arguments, at: call.place)
    }
  }

  /// The text that is searched; nil for nil.
  private static func subject(_ call: CoreCall) throws(Unwinding) -> RubyString? {
    switch call[0] {
    case .nil:
      call.run.lastMatch = .nil
      return nil
    case .symbol(let symbol): return RubyString(Array(call.run.spelling(of: symbol).utf8), at: call.place)
    default: return try call.string(0)
    }
  }

  /// The character where a pattern matches, or nil.
  static func position(
    of pattern: RubyPattern, in string: RubyString, _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    switch try PatternSearch(pattern, call).remembered(in: string, from: 0) {
    case .beyond(let reason): return call.unknown(reason)
    case .nothing: return .nil
    case .found(let match):
      return .integer(CharacterTable(string.bytes).character(at: match.groups[0]?.lowerBound ?? 0))
    }
  }

  /// What `match` gives.
  static func match(
    _ pattern: RubyPattern, in string: RubyString, from start: RubyValue, _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    guard let offset = try offset(start, in: string, call) else { return .nil }
    switch try PatternSearch(pattern, call).remembered(in: string, from: offset) {
    case .beyond(let reason): return call.unknown(reason)
    case .nothing: return .nil
    case .found: return call.block == nil ? call.run.lastMatch : try call.yield(call.run.lastMatch)
    }
  }

  /// What `match?` gives.
  static func matches(
    _ pattern: RubyPattern, _ string: RubyString, from start: RubyValue, _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    guard let offset = try offset(start, in: string, call) else { return .boolean(false) }
    switch try PatternSearch(pattern, call).bounds(in: string.bytes, from: offset) {
    case .beyond(let reason): return call.unknown(reason)
    case .nothing: return .boolean(false)
    case .found: return .boolean(true)
    }
  }

  private static func offset(
    _ start: RubyValue, in string: RubyString, _ call: CoreCall
  ) throws(Unwinding) -> Int? {
    guard case .integer(let start) = start else { return 0 }
    let table = CharacterTable(string.bytes)
    let from = start < 0 ? start + table.count : start
    return (0...table.count).contains(from) ? table.offset(of: from) : nil
  }

  private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes {
      switch byte {
      case 0x0A: result += "\\n".utf8
      case 0x09: result += "\\t".utf8
      case 0x0D: result += "\\r".utf8
      case 0x0C: result += "\\f".utf8
      case 0x0B: result += "\\v".utf8
      case UInt8(ascii: " "), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: ")"),
        UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "?"),
        UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "]"), UInt8(ascii: "^"), UInt8(ascii: "{"),
        UInt8(ascii: "|"), UInt8(ascii: "}"):
        result += [UInt8(ascii: "\\"), byte]
      default: result.append(byte)
      }
    }
    return result
  }
}
