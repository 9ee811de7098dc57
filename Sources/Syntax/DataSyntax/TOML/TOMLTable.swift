/// A table of a TOML text while it is read: what may still be added to it depends on how it came to be.
///
/// A class, so that what is added to a long table or list is put in where it lies, and nothing is copied for it.
final class TOMLTable {
  indirect enum Value {
    case plain(JSONText)
    case list([Value])
    /// A table within `{ }`, to which nothing is added.
    case closed(TOMLTable)
    case table(TOMLTable)
    /// The tables of `[[name]]`.
    case tables(Tables)
  }

  /// The tables of one name, to which others are added.
  final class Tables {
    fileprivate(set) var items: [TOMLTable]

    fileprivate init(_ first: TOMLTable) { items = [first] }
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

  private var origin: Origin
  private var names: [String] = []
  private var values: [String: Value] = [:]

  private init(origin: Origin) { self.origin = origin }

  convenience init() { self.init(origin: .implied) }

  var json: JSONText { .object(names.map { JSONText.Member($0, values[$0]?.json ?? .null) }) }

  /// Makes the table of a header, or another one of an array of tables.
  func open(_ path: ArraySlice<String>, isArray: Bool) throws(Clash) {
    guard let name = path.first else { return }
    guard path.count == 1 else {
      try table(name, because: .implied).open(path.dropFirst(), isArray: isArray)
      return
    }
    switch (values[name], isArray) {
    case (nil, true): add(name, .tables(Tables(TOMLTable(origin: .header))))
    case (nil, false): add(name, .table(TOMLTable(origin: .header)))
    case (.tables(let tables)?, true): tables.items.append(TOMLTable(origin: .header))
    case (.table(let table)?, false) where table.origin == .implied: table.origin = .header
    default: throw Clash(message: "`\(name)` is there already")
    }
  }

  /// Sets a value by the path of its key in the table of a header.
  func set(_ table: ArraySlice<String>, _ path: ArraySlice<String>, to value: Value) throws(Clash) {
    if let name = table.first {
      try self.table(name, because: .implied).set(table.dropFirst(), path, to: value)
      return
    }
    guard let name = path.first else { return }
    guard path.count == 1 else {
      if case .table(let inner)? = values[name], inner.origin == .header {
        throw Clash(message: "`\(name)` is a table of its own")
      }
      try self.table(name, because: .dotted).set([], path.dropFirst(), to: value)
      return
    }
    guard values[name] == nil else { throw Clash(message: "`\(name)` is there already") }
    add(name, value)
  }

  private func add(_ name: String, _ value: Value) {
    names.append(name)
    values[name] = value
  }

  /// A table of this one, the last one of an array of them, or a new one.
  private func table(_ name: String, because origin: Origin) throws(Clash) -> TOMLTable {
    switch values[name] {
    case nil:
      let table = TOMLTable(origin: origin)
      add(name, .table(table))
      return table
    case .table(let table)?: return table
    case .tables(let tables)?:
      guard let last = tables.items.last, origin != .dotted else {
        throw Clash(message: "`\(name)` is a list of tables")
      }
      return last
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
    case .tables(let tables): .array(tables.items.map(\.json))
    }
  }
}
