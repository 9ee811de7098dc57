/// `String`: parts by their place.
enum StringAccess {
  static func define(in strings: KindTable<RubyString>) {
    strings.define("[]", "slice", arity: CoreArity(1, 2)) { (string, call) throws(Unwinding) in
      switch try part(of: string, call) {
      case .found(let range): return .string(string.slice(range))
      case .nothing: return .nil
      case .beyond(let reason): return call.unknown(reason)
      }
    }
    strings.define("slice!", arity: CoreArity(1, 2)) { (string, call) throws(Unwinding) in
      try call.change(string)
      switch try part(of: string, call) {
      case .found(let range):
        let taken = string.slice(range)
        replace(range, of: string, by: RubyString([], at: nil))
        return .string(taken)
      case .nothing: return .nil
      case .beyond(let reason): return call.unknown(reason)
      }
    }
    strings.define("[]=", arity: CoreArity(2, 3)) { (string, call) throws(Unwinding) in
      try call.change(string)
      let value = try call.string(call.count - 1)
      try call.reserve(value.bytes.count)
      let place = CoreCall(
        call.run, call.receiver, call.name, Array(call.arguments.dropLast()), hasKeywords: false, block: nil,
        at: call.place)
      switch try part(of: string, place) {
      case .found(let range): replace(range, of: string, by: value)
      case .nothing: throw try outside(string, call)
      case .beyond(let reason):
        string.doubt = RubyUnknown(reason, at: call.place)
        return call.unknown(reason)
      }
      return call[call.count - 1]
    }
    strings.define("insert", arity: 2) { (string, call) throws(Unwinding) in
      try call.change(string)
      let index = try call.integer(0)
      let value = try call.string(1)
      try call.reserve(value.bytes.count)
      let table = CharacterTable(string.bytes)
      let place = index < 0 ? index + table.count + 1 : index
      guard (0...table.count).contains(place) else {
        throw call.raise("IndexError", "index \(index) out of string")
      }
      let offset = table.offset(of: place)
      replace(offset..<offset, of: string, by: value)
      return call.receiver
    }
    strings.define("byteslice", arity: CoreArity(1, 2)) { (string, call) throws(Unwinding) in
      if call.count == 1, case .integer(let index) = call[0] {
        return Indexing.index(index, count: string.bytes.count).map { .string(string.slice($0..<$0 + 1)) }
          ?? .nil
      }
      return try Indexing.part(call, count: string.bytes.count).map { .string(string.slice($0)) } ?? .nil
    }
    strings.define("getbyte", arity: 1) { (string, call) throws(Unwinding) in
      Indexing.index(try call.integer(0), count: string.bytes.count).map { .integer(Int(string.bytes[$0])) }
        ?? .nil
    }
  }

  enum Part {
    case found(Range<Int>)
    case nothing
    case beyond(String)
  }

  /// The bytes that the arguments of `[]` name.
  private static func part(of string: RubyString, _ call: CoreCall) throws(Unwinding) -> Part {
    switch call[0] {
    case .string(let needle):
      return TextBytes.find(needle.bytes, in: string.bytes, from: 0).map {
        .found($0..<$0 + needle.bytes.count)
      }
        ?? .nothing
    case .pattern(let pattern):
      let group = call.count == 2 ? call[1] : .integer(0)
      switch try PatternSearch(pattern, call).remembered(in: string, from: 0) {
      case .beyond(let reason): return .beyond(reason)
      case .nothing: return .nothing
      case .found(let match):
        guard let index = try MatchMethods.group(group, of: match, call), let range = match.groups[index]
        else {
          return .nothing
        }
        return .found(range)
      }
    default:
      let table = CharacterTable(string.bytes)
      if call.count == 2 || isRange(call[0]) {
        return try Indexing.part(call, count: table.count).map { .found(table.bytes(of: $0)) } ?? .nothing
      }
      return Indexing.index(try call.integer(0), count: table.count).map {
        .found(table.bytes(of: $0..<$0 + 1))
      }
        ?? .nothing
    }
  }

  private static func isRange(_ value: RubyValue) -> Bool { if case .range = value { true } else { false } }

  private static func outside(_ string: RubyString, _ call: CoreCall) throws(Unwinding) -> Unwinding {
    switch call[0] {
    case .string: return call.raise("IndexError", "string not matched")
    case .pattern: return call.raise("IndexError", "regexp not matched")
    case .range: return call.raise("RangeError", "\(try call.inspection(of: call[0]) ?? "?") out of range")
    default: return call.raise("IndexError", "index \(try call.integer(0)) out of string")
    }
  }

  /// Exchanges a part of a string, with the places of both.
  static func replace(_ range: Range<Int>, of string: RubyString, by other: RubyString) {
    let result = string.slice(0..<range.lowerBound)
    result.append(other)
    result.append(string.slice(range.upperBound..<string.bytes.count))
    string.replace(by: result)
  }
}
