import DataSyntax

/// `@reverse`, `@keys`, `@flatten:{"deep":true}` and the others, with what follows them in a path.
struct JSONPathModifier {
  private static let names: Set<String> = [
    "pretty", "ugly", "reverse", "this", "flatten", "join", "valid", "keys", "values", "tostr", "fromstr",
    "group", "dig",
  ]

  /// What follows: nothing, or a dot or a bar and a path.
  let rest: ArraySlice<UInt8>
  private let name: String
  private let argument: ArraySlice<UInt8>

  /// Reads what follows an `@`; nil for a name that gjson does not know.
  init?(_ text: ArraySlice<UInt8>) {
    let word = text.prefix { !":.|".utf8.contains($0) }
    name = String(decoding: word, as: UTF8.self)
    guard Self.names.contains(name) else { return nil }
    let behind = text[word.endIndex...]
    guard behind.first == UInt8(ascii: ":") else {
      (argument, rest) = (behind.prefix(0), behind)
      return
    }
    let written = behind.dropFirst()
    let isJSON = written.first.map { "{[".utf8.contains($0) } == true
    let end =
      isJSON
      ? JSONPathSelection.end(of: written) ?? written.endIndex
      : written.firstIndex(of: JSONPath.pipe) ?? written.endIndex
    (argument, rest) = (written[..<end], written[end...])
  }

  /// nil where nothing comes of it.
  func changed(_ value: GossValue) -> GossValue? {
    switch (name, value) {
    case ("reverse", .list(let items)): return .list(items.reversed())
    case ("reverse", .map(let entries, let plain)): return .map(entries.reversed(), hasPlainKeys: plain)
    case ("keys", .map(let entries, _)): return .list(entries.map { .text($0.key) })
    case ("keys", .list(let items)): return .list(items.map { _ in .null })
    case ("keys", _): return .list([.null])
    case ("values", .map(let entries, _)): return .list(entries.map(\.value))
    case ("values", .list): return value
    case ("values", _): return .list([value])
    case ("flatten", .list(let items)): return .list(Self.flattened(items, isDeep: flag("deep")))
    case ("join", .list(let items)): return Self.joined(items)
    case ("group", _): return Self.grouped(value)
    case ("dig", _): return .list(Self.found(JSONPath(argument), in: value))
    case ("tostr", _): return .text(value.json.goCompact(escapesMarkup: false))
    case ("fromstr", .text(let bytes)): return GossValue(jsonText: bytes)
    default: return value
    }
  }

  private func flag(_ key: String) -> Bool {
    guard case .map(let entries, _)? = GossValue(jsonText: Array(argument)) else { return false }
    return entries.last { $0.key == key }?.value == .bool(true)
  }

  private static func flattened(_ items: [GossValue], isDeep: Bool) -> [GossValue] {
    items.flatMap { item in
      guard case .list(let inner) = item else { return [item] }
      return isDeep ? flattened(inner, isDeep: true) : inner
    }
  }

  /// The objects as one: of a key the last value, at the place of the first.
  private static func joined(_ items: [GossValue]) -> GossValue {
    var entries: [GossValue.Entry] = []
    var places: [String: Int] = [:]
    for case .map(let added, _) in items {
      for entry in added {
        if let place = places[entry.key] {
          entries[place] = entry
        } else {
          places[entry.key] = entries.count
          entries.append(entry)
        }
      }
    }
    return .map(entries, hasPlainKeys: true)
  }

  /// Of lists under keys a list of objects.
  private static func grouped(_ value: GossValue) -> GossValue? {
    guard case .map(let entries, _) = value else { return nil }
    var groups: [[GossValue.Entry]] = []
    for entry in entries {
      for (place, item) in (entry.value.items ?? []).enumerated() {
        if place == groups.count { groups.append([]) }
        groups[place].append(.init(key: entry.typedKey, value: item))
      }
    }
    return .list(groups.map { .map($0, hasPlainKeys: true) })
  }

  /// What a path finds in a value and in all that lies in it.
  private static func found(_ path: JSONPath, in value: GossValue) -> [GossValue] {
    let here = path.value(in: value).map { [$0] } ?? []
    switch value {
    case .list(let items): return here + items.flatMap { found(path, in: $0) }
    case .map(let entries, _): return here + entries.flatMap { found(path, in: $0.value) }
    default: return here
    }
  }
}
