/// `MatchData`.
enum MatchMethods {
  static func define(in table: CoreTable) {
    let matches = table.payloads(RubyMatch.self)
    matches.define("[]", arity: CoreArity(1, 2)) { (match, call) throws(Unwinding) in
      if call.count == 2 || isRange(call[0]) {
        return try call.run.call(call.make(groups(match)), call.name, call.arguments, at: call.place)
      }
      return try group(call[0], of: match, call).map { match.value($0) } ?? .nil
    }
    matches.define("to_a") { match, call in call.make(groups(match)) }
    matches.define("captures") { match, call in call.make(Array(groups(match).dropFirst())) }
    matches.define("named_captures") { match, call in
      let result = RubyHash()
      for (name, group) in match.names {
        let value = match.value(group)
        let key = call.make(name).asKey
        if !value.isNil || result[key] == nil { result[key] = value }
      }
      return .hash(result)
    }
    matches.define("names") { match, call in
      var seen: Set<String> = []
      return call.make(match.names.filter { seen.insert($0.name).inserted }.map { call.make($0.name) })
    }
    matches.define("size", "length") { match, _ in .integer(match.groups.count) }
    matches.define("to_s") { match, _ in match.value(0) }
    matches.define("string") { match, _ in .string(match.subject) }
    matches.define("regexp") { match, _ in match.pattern.map { .pattern($0) } ?? .nil }
    matches.define("pre_match") { match, _ in
      .string(match.subject.slice(0..<(match.groups[0]?.lowerBound ?? 0)))
    }
    matches.define("post_match") { match, _ in
      .string(match.subject.slice((match.groups[0]?.upperBound ?? 0)..<match.subject.bytes.count))
    }
    matches.define("values_at", arity: .any) { (match, call) throws(Unwinding) in
      try call.run.call(call.make(groups(match)), call.name, call.arguments, at: call.place)
    }
    for (name, make) in bounds {
      matches.define(name, arity: 1) { (match, call) throws(Unwinding) in
        guard let group = try group(call[0], of: match, call), let range = match.groups[group] else {
          return name == "offset" ? call.make([.nil, .nil]) : .nil
        }
        let table = CharacterTable(match.subject.bytes)
        return make(table.character(at: range.lowerBound), table.character(at: range.upperBound), call)
      }
    }
    matches.define("==", arity: 1) { match, call in
      guard case .object(let object) = call[0], let other = object.payload as? RubyMatch else {
        return .boolean(false)
      }
      return .boolean(match.subject.bytes == other.subject.bytes && match.groups == other.groups)
    }
    matches.define("inspect") { match, call in
      var parts = [TextInspection.quoted(bytes(match, 0) ?? [])]
      for index in match.groups.indices.dropFirst() {
        let name = match.names.first { $0.group == index }?.name ?? String(index)
        parts.append(name + ":" + (bytes(match, index).map { TextInspection.quoted($0) } ?? "nil"))
      }
      return call.make("#<MatchData " + parts.joined(separator: " ") + ">")
    }
  }

  private static var bounds: [(String, (Int, Int, CoreCall) -> RubyValue)] {
    [
      ("begin", { start, _, _ in .integer(start) }), ("end", { _, end, _ in .integer(end) }),
      ("offset", { start, end, call in call.make([.integer(start), .integer(end)]) }),
    ]
  }

  private static func isRange(_ value: RubyValue) -> Bool { if case .range = value { true } else { false } }

  private static func groups(_ match: RubyMatch) -> [RubyValue] {
    match.groups.indices.map { match.value($0) }
  }

  private static func bytes(_ match: RubyMatch, _ group: Int) -> [UInt8]? {
    match.groups[group].map { Array(match.subject.bytes[$0]) }
  }

  /// The number of a group by its number or name; nil outside.
  static func group(_ value: RubyValue, of match: RubyMatch, _ call: CoreCall) throws(Unwinding) -> Int? {
    let name: String
    switch value {
    case .integer(let number): return Indexing.index(number, count: match.groups.count)
    case .string(let text): name = text.string
    case .symbol(let symbol): name = call.run.spelling(of: symbol)
    default: throw call.noConversion(of: value, into: "Integer")
    }
    let groups = match.names.filter { $0.name == name }.map(\.group)
    guard let last = groups.last else {
      throw call.raise("IndexError", "undefined group name reference: \(name)")
    }
    return groups.last { match.groups[$0] != nil } ?? last
  }
}
