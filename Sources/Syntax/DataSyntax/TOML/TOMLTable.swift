/// A table of a TOML text while it is read: what may still be added to it depends on how it came to be.
struct TOMLTable {
  indirect enum Value {
    case plain(JSONText)
    case list([Value])
    /// A table within `{ }`, to which nothing is added.
    case closed(TOMLTable)
    case table(TOMLTable)
    /// The tables of `[[name]]`.
    case tables([TOMLTable])
  }

  struct Clash: Error {
    let message: String
  }

  /// How it came to be.
  private enum Origin {
    /// As part of a header's path.
    case implied
    /// By full stops in a key.
    case dotted
    case header
  }

  private var origin = Origin.implied
  private var names: [String] = []
  private var values: [String: Value] = [:]

  var json: JSONText { .object(names.map { JSONText.Member($0, values[$0]?.json ?? .null) }) }

  /// Makes the table of a header, or another one of an array of tables.
  mutating func open(_ path: ArraySlice<String>, isArray: Bool) throws(Clash) {
    guard let name = path.first else { return }
    guard path.count == 1 else {
      try within(name, because: .implied) { table throws(Clash) in
        try table.open(path.dropFirst(), isArray: isArray)
      }
      return
    }
    // What is taken out is changed where it lies, so that long lists of tables are not copied for each of them.
    switch (values.removeValue(forKey: name), isArray) {
    case (nil, true): add(name, .tables([TOMLTable(origin: .header)]))
    case (nil, false): add(name, .table(TOMLTable(origin: .header)))
    case (.tables(var tables)?, true):
      tables.append(TOMLTable(origin: .header))
      values[name] = .tables(tables)
    case (.table(var table)?, false) where table.origin == .implied:
      table.origin = .header
      values[name] = .table(table)
    default: throw Clash(message: "`\(name)` is there already")
    }
  }

  /// Sets a value by the path of its key in the table of a header.
  mutating func set(_ table: ArraySlice<String>, _ path: ArraySlice<String>, to value: Value) throws(Clash) {
    if let name = table.first {
      try within(name, because: .implied) { inner throws(Clash) in
        try inner.set(table.dropFirst(), path, to: value)
      }
      return
    }
    guard let name = path.first else { return }
    guard path.count == 1 else {
      if case .table(let inner)? = values[name], inner.origin == .header {
        throw Clash(message: "`\(name)` is a table of its own")
      }
      try within(name, because: .dotted) { inner throws(Clash) in
        try inner.set([], path.dropFirst(), to: value)
      }
      return
    }
    guard values[name] == nil else { throw Clash(message: "`\(name)` is there already") }
    add(name, value)
  }

  private init(origin: Origin) { self.origin = origin }

  init() {}

  private mutating func add(_ name: String, _ value: Value) {
    names.append(name)
    values[name] = value
  }

  /// Goes into a table, the last one of an array of them, or a new one.
  private mutating func within(
    _ name: String, because origin: Origin, _ change: (inout TOMLTable) throws(Clash) -> Void
  ) throws(Clash) {
    switch values.removeValue(forKey: name) {
    case nil:
      var table = TOMLTable(origin: origin)
      try change(&table)
      add(name, .table(table))
    case .table(var table)?:
      try change(&table)
      values[name] = .table(table)
    case .tables(var tables)?:
      guard var last = tables.popLast(), origin != .dotted else {
        throw Clash(message: "`\(name)` is a list of tables")
      }
      try change(&last)
      tables.append(last)
      values[name] = .tables(tables)
    case .plain?, .list?, .closed?:
      throw Clash(message: "`\(name)` is no table to which anything can be added")
    }
  }
}

extension TOMLTable.Value {
  var json: JSONText {
    switch self {
    case .plain(let value): value
    case .list(let items): .array(items.map(\.json))
    case .closed(let table), .table(let table): table.json
    case .tables(let tables): .array(tables.map(\.json))
    }
  }
}
