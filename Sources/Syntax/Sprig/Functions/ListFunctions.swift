import GoTemplate

/// Sprig's functions of lists; each has a twin with `must` in front.
enum ListFunctions {
  static func function(_ name: String) -> PlainFunction? {
    if name == "list" || name == "tuple" || name == "mkSlice" { return .variadic(.any) { .list($0.values) } }
    return ends(plain(name)) ?? growing(plain(name)) ?? choosing(plain(name))
  }

  /// `first` for `mustFirst`: both fail alike where a value is no list.
  private static func plain(_ name: String) -> String {
    guard name.hasPrefix("must"), let first = name.dropFirst(4).first else { return name }
    return first.lowercased() + name.dropFirst(5)
  }

  private static func ends(_ name: String) -> PlainFunction? {
    switch name {
    case "first": of(name) { .value($0.first ?? .none) }
    case "last": of(name) { .value($0.last ?? .none) }
    case "rest": of(name) { .list(Array($0.dropFirst())) }
    case "initial": of(name) { .list(Array($0.dropLast())) }
    case "reverse": of(name) { .list($0.reversed()) }
    case "compact": of(name) { .list($0.filter { !$0.isEmpty }) }
    case "uniq":
      of(name) { items in
        var known: Set<[UInt8]> = []
        return .list(items.filter { known.insert($0.identity).inserted })
      }
    default: nil
    }
  }

  private static func growing(_ name: String) -> PlainFunction? {
    switch name {
    case "append", "push":
      .of(.any, .any) { arguments in list(arguments[0], name) { .list($0 + [arguments[1]]) } }
    case "prepend": .of(.any, .any) { arguments in list(arguments[0], name) { .list([arguments[1]] + $0) } }
    case "concat":
      .variadic(.any) { arguments in
        var joined: [PlainValue] = []
        for value in arguments.values {
          guard let items = value.items else {
            return .failure("Cannot concat type \(value.kindName) as list")
          }
          joined += items
          guard joined.count <= Layout.sizeLimit else { return Layout.tooLong }
        }
        return .list(joined)
      }
    case "chunk":
      .of(.integer, .any) { arguments in
        list(arguments[1], name) { items in
          let size = arguments.number(0)
          guard size > 0 else { return .failure("runtime error: makeslice: len out of range") }
          let chunks = stride(from: 0, to: items.count, by: size).map {
            PlainValue.list(Array(items[$0..<min($0 + size, items.count)]))
          }
          return .value(.list(chunks, of: .list))
        }
      }
    default: nil
    }
  }

  private static func choosing(_ name: String) -> PlainFunction? {
    switch name {
    case "has":
      return .of(.any, .any) { arguments in
        if case .none = arguments[1] { return .bool(false) }
        return list(arguments[1], name) { .bool($0.contains { $0.isSame(as: arguments[0]) }) }
      }
    case "without":
      return .variadic(.any, .any) { arguments in
        let unwanted = arguments.rest(from: 1)
        return list(arguments[0], name) { items in
          .list(items.filter { item in !unwanted.contains { $0.isSame(as: item) } })
        }
      }
    case "slice":
      return .variadic(.any, .any) { arguments in
        guard case .list(let items, let element) = arguments[0] else {
          return .failure("list should be type of slice or array but \(arguments[0].kindName)")
        }
        if items.isEmpty { return .value(.none) }
        let start = arguments.count > 1 ? arguments.number(1) : 0
        let end = arguments.count > 2 ? arguments.number(2) : items.count
        guard 0 <= start, start <= end, end <= items.count else {
          return .failure("reflect.Value.Slice: slice index out of bounds")
        }
        return .value(.list(Array(items[start..<end]), of: element))
      }
    default: return nil
    }
  }

  private static func of(_ name: String, _ body: @escaping ([PlainValue]) -> Answer) -> PlainFunction {
    .of(.any) { list($0[0], name, body) }
  }

  private static func list(_ value: PlainValue, _ name: String, _ body: ([PlainValue]) -> Answer) -> Answer {
    value.items.map(body) ?? .failure("Cannot \(refusal(of: name)) type \(value.kindName)")
  }

  /// What Sprig says that a function cannot do on a value that is no list.
  private static func refusal(of name: String) -> String {
    switch name {
    case "append", "push": "push on"
    case "prepend", "compact": "\(name) on"
    case "chunk": "chunk"
    default: "find \(name) on"
    }
  }
}
