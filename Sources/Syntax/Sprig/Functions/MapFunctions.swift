import GoTemplate

/// Sprig's functions of maps; those that change one change the variable that holds it.
enum MapFunctions {
  static func function(_ name: String) -> PlainFunction? { making(name) ?? reading(name) ?? merging(name) }

  private static func making(_ name: String) -> PlainFunction? {
    switch name {
    case "dict":
      .variadic(.any) { arguments in
        var entries: [GoKey: PlainValue] = [:]
        for place in stride(from: 0, to: arguments.count, by: 2) {
          entries[arguments[place].words] = place + 1 < arguments.count ? arguments[place + 1] : .text("")
        }
        return .value(.map(entries))
      }
    case "set":
      .changing(.map, .text, .any) { arguments in
        map(arguments[0]) { entries in
          var entries = entries
          entries[arguments.text(1)] = arguments[2]
          return .value(.map(entries))
        }
      }
    case "unset":
      .changing(.map, .text) { arguments in
        map(arguments[0]) { entries in .value(.map(entries.filter { $0.key != GoKey(arguments.text(1)) })) }
      }
    case "pick", "omit":
      .variadic(.map, .text) { arguments in
        let keys = Set(arguments.rest(from: 1).map { GoKey($0.words) })
        return map(arguments[0]) { entries in
          .value(.map(entries.filter { keys.contains($0.key) == (name == "pick") }))
        }
      }
    default: nil
    }
  }

  private static func reading(_ name: String) -> PlainFunction? {
    switch name {
    case "get":
      .of(.map, .text) { arguments in map(arguments[0]) { .value($0[arguments.text(1)] ?? .text("")) } }
    case "hasKey": .of(.map, .text) { arguments in map(arguments[0]) { .bool($0[arguments.text(1)] != nil) } }
    case "keys":
      .variadic(.map) { .value(.texts($0.values.flatMap { ($0.entries ?? [:]).keys.sorted().map(\.text) })) }
    case "values": .of(.map) { map($0[0]) { .list($0.sorted { $0.key < $1.key }.map(\.value)) } }
    case "pluck":
      .variadic(.text, .map) { arguments in
        .list(arguments.rest(from: 1).compactMap { $0.entries?[arguments.text(0)] })
      }
    case "dig": .variadic(.any, .any, .any) { dig($0) }
    default: nil
    }
  }

  /// The value at the end of a path of keys, or the default before the last argument, the map.
  private static func dig(_ arguments: Arguments) -> Answer {
    guard arguments.count > 2 else { return .failure("dig needs at least three arguments") }
    var value = arguments.last
    guard value.entries != nil else { return .failure(conversion(of: value, to: "map[string]interface {}")) }
    let keys = arguments.values.dropLast(2)
    if let other = keys.first(where: { $0.string == nil }) {
      return .failure(conversion(of: other, to: "string"))
    }
    for key in keys {
      guard let entries = value.entries else {
        return .failure(conversion(of: value, to: "map[string]interface {}"))
      }
      guard let next = entries[GoKey(key.words)] else { return .value(arguments[arguments.count - 2]) }
      value = next
    }
    return .value(value)
  }

  /// What Go says where a value is of another type than it is taken for.
  private static func conversion(of value: PlainValue, to type: String) -> String {
    let own = value.typeName == "<nil>" ? "nil" : value.typeName
    return "interface conversion: interface {} is \(own), not \(type)"
  }

  private static func merging(_ name: String) -> PlainFunction? {
    switch name {
    case "merge", "mustMerge", "mergeOverwrite", "mustMergeOverwrite":
      .changing(.map, .map, isVariadic: true) { arguments in
        map(arguments[0]) { first in
          var merged = first
          for other in arguments.rest(from: 1) {
            merged = Self.merged(merged, other.entries ?? [:], overwrites: name.hasSuffix("Overwrite"))
          }
          return .value(.map(merged))
        }
      }
    default: nil
    }
  }

  /// Maps within the maps are merged, too; of other values the new one stays where it overwrites, else it takes the place of
  /// an empty one.
  private static func merged(
    _ a: [GoKey: PlainValue], _ b: [GoKey: PlainValue], overwrites: Bool
  ) -> [GoKey: PlainValue] {
    a.merging(b) { old, new in
      if let inner = old.entries, let outer = new.entries {
        return .map(merged(inner, outer, overwrites: overwrites))
      }
      return overwrites || old.isEmpty ? new : old
    }
  }

  private static func map(_ value: PlainValue, _ body: ([GoKey: PlainValue]) -> Answer) -> Answer {
    value.entries.map(body)
      ?? .failure("wrong type for value; expected map[string]interface {}; got \(value.typeName)")
  }
}
